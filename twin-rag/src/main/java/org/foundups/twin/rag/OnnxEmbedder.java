package org.foundups.twin.rag;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.foundups.twin.core.TwinException;
import org.jspecify.annotations.Nullable;

/// all-MiniLM-L6-v2, quantised, through ONNX Runtime. The weights come from the class path; nothing
/// is ever downloaded. A bounded number of texts is embedded at once, each on one thread.
///
/// Texts are embedded one by one: on two cores a batch of 64 took as long as 64 single texts (2.8
/// ms a text of 24 tokens on a busy machine), and the quantised model scales its numbers by the
/// whole batch, so that a text's vector depended on its neighbours (cosine 0.96 to 0.99 to its
/// own).
public final class OnnxEmbedder implements Embedder {
    /// Read off 40 questions which the sample memory answers and 34 remarks it has nothing to do
    /// with, taking for each the nearest text or comment answered. Answers lie at a cosine of 0.44
    /// to 0.94, the best unrelated passages at 0.17 to 0.46: at 0.46 yes and no are equally likely,
    /// and the floor of 0.35 stands for 0.416, which all answers and two of the remarks pass.
    /// Topics, named by a few words, are further away: unrelated remarks come to 0.25 at most.
    private static final EmbeddingModel MODEL =
            new EmbeddingModel(
                    "all-minilm-l6-v2-q",
                    384,
                    new Calibration(14, 0.46),
                    new Calibration(12, 0.30));

    private static final int TOKENS = 256;
    private static final int WAIT_SECONDS = 20;

    private final Model model;
    private final HuggingFaceTokenizer tokenizer;
    private final BlockingQueue<Predictor<String, float[]>> idle;
    private final int predictors;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OnnxEmbedder(Model model, HuggingFaceTokenizer tokenizer, int predictors) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.predictors = predictors;
        this.idle = new ArrayBlockingQueue<>(predictors, true);
        for (int i = 0; i < predictors; i++)
            idle.add(model.newPredictor(new MeanPooling(tokenizer)));
    }

    /// Loads the weights, in about a second.
    ///
    /// @param predictors how many texts may be embedded at once, at least 1
    /// @param nativeDirectory where native libraries are unpacked; null for the libraries' own
    ///   places
    /// @throws TwinException MODEL_UNAVAILABLE if the model cannot be loaded
    public static OnnxEmbedder open(int predictors, @Nullable Path nativeDirectory) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (nativeDirectory != null) NativeLibraries.unpackTo(nativeDirectory);
        try (var weights = resource(".onnx");
                var vocabulary = resource("-tokenizer.json")) {
            var model = Model.newInstance(MODEL.id(), "OnnxRuntime");
            model.load(weights, Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
            var tokenizer =
                    HuggingFaceTokenizer.newInstance(
                            vocabulary,
                            Map.of(
                                    "truncation",
                                    "true",
                                    "padding",
                                    "false",
                                    "maxLength",
                                    Integer.toString(TOKENS)));
            return new OnnxEmbedder(model, tokenizer, predictors);
        } catch (IOException | MalformedModelException failure) {
            throw new TwinException(
                    TwinException.Code.MODEL_UNAVAILABLE,
                    "The embedding model cannot be loaded from the class path; the build is incomplete.",
                    failure);
        }
    }

    private static InputStream resource(String ending) throws IOException {
        var stream = OnnxEmbedder.class.getResourceAsStream("/" + MODEL.id() + ending);
        if (stream == null) throw new IOException("not on the class path: " + MODEL.id() + ending);
        return stream;
    }

    @Override
    public EmbeddingModel model() {
        return MODEL;
    }

    @Override
    public Embedding embed(String text) {
        var predictor = borrowed();
        try {
            return Embedding.normalised(predictor.predict(text));
        } catch (TranslateException | IllegalArgumentException failure) {
            throw new TwinException(
                    TwinException.Code.MODEL_UNAVAILABLE,
                    "The embedding model failed on a text; the memory cannot be searched.",
                    failure);
        } finally {
            idle.add(predictor);
        }
    }

    private Predictor<String, float[]> borrowed() {
        try {
            var predictor = idle.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (predictor != null) return predictor;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new TwinException(
                TwinException.Code.CAPACITY,
                "Too many texts wait to be embedded; try again, or raise twin.rag.embedders.");
    }

    /// Waits for texts being embedded. Closing again does nothing.
    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        for (int i = 0; i < predictors; i++) borrowed().close();
        tokenizer.close();
        model.close();
    }
}
