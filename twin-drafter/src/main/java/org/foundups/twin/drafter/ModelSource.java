package org.foundups.twin.drafter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;

/// A place a model file can be had from.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ModelSource.HuggingFace.class, name = "huggingface"),
    @JsonSubTypes.Type(value = ModelSource.PyPi.class, name = "pypi"),
    @JsonSubTypes.Type(value = ModelSource.Url.class, name = "url"),
    @JsonSubTypes.Type(value = ModelSource.LocalPath.class, name = "path")
})
public sealed interface ModelSource {
    /// In a few words, for messages.
    String described();

    /// A file of a Hugging Face repository.
    record HuggingFace(String repo, String file) implements ModelSource {
        public HuggingFace {
            Objects.requireNonNull(repo, "repo");
            Objects.requireNonNull(file, "file");
        }

        @Override
        public String described() {
            return "Hugging Face (" + repo + ")";
        }
    }

    /// Python packages, each with one member; the members in order make up the file.
    ///
    /// @param members paths inside the wheels, one a package
    record PyPi(String version, List<String> packages, List<String> members)
            implements ModelSource {
        public PyPi {
            Objects.requireNonNull(version, "version");
            packages = List.copyOf(Objects.requireNonNull(packages, "packages"));
            members = List.copyOf(Objects.requireNonNull(members, "members"));
            if (packages.isEmpty() || packages.size() != members.size()) {
                throw new IllegalArgumentException("as many members as packages, at least one");
            }
        }

        @Override
        public String described() {
            return "Python packages (" + packages.getFirst() + ")";
        }
    }

    /// A file under a plain web address.
    record Url(String url) implements ModelSource {
        public Url {
            Objects.requireNonNull(url, "url");
        }

        @Override
        public String described() {
            return url;
        }
    }

    /// A file on this machine, used where it lies.
    record LocalPath(String path) implements ModelSource {
        public LocalPath {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public String described() {
            return path;
        }
    }
}
