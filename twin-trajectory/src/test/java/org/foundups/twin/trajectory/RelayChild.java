package org.foundups.twin.trajectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.foundups.twin.testing.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A relay in a process of its own, to be killed or starved. Ends with 0 when everything is
/// carried, with 3 if the directory is taken, with 4 if it cannot write.
final class RelayChild {
    private static final int TAKEN = 3;
    static final int FAILED = 4;

    private RelayChild() {}

    /// Carries everything.
    ///
    /// @param arguments directory and address of the database
    public static void main(String[] arguments) {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[1]);
        database.setUser("postgres");
        try (var relay = Relay.open(Path.of(arguments[0]), JdbcClient.create(database))) {
            while (relay.carryBatch()) {}
        } catch (IllegalStateException taken) {
            System.exit(TAKEN);
        } catch (IOException failed) {
            // The process ends as if it crashed, without another attempt.
            Runtime.getRuntime().halt(FAILED);
        }
    }

    static Process start(Path directory, DataSource database) {
        return start(List.of(), directory, database);
    }

    /// One that may write no file longer than this.
    static Process limited(int kibibytes, Path directory, DataSource database) {
        var limit = "ulimit -f " + kibibytes + " && exec \"$@\"";
        return start(List.of("bash", "-c", limit, "bash"), directory, database);
    }

    /// Whether another process is refused the directory.
    static boolean refused(Path directory, DataSource database) {
        return exit(start(directory, database)) == TAKEN;
    }

    private static int exit(Process child) {
        try {
            return child.waitFor();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Process start(List<String> prefix, Path directory, DataSource database) {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(RelayChild.class.getName());
        command.add(directory.toString());
        command.add(TestDatabase.url(database));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
