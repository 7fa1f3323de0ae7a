package org.foundups.twin.rag;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;

/// One text in, the mean of its tokens' vectors out, not normalised, as the authors of
/// sentence-transformers define it (Reimers and Gurevych 2019, "Sentence-BERT"). Texts are not
/// padded, so every token counts. DJL's own translator computes the same by array operations that
/// took as long again as the model.
final class MeanPooling implements NoBatchifyTranslator<String, float[]> {
    private final HuggingFaceTokenizer tokenizer;

    MeanPooling(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    @Override
    public NDList processInput(TranslatorContext context, String text) {
        var encoding = tokenizer.encode(text);
        var arrays = context.getNDManager();
        return new NDList(
                arrays.create(new long[][] {encoding.getIds()}),
                arrays.create(new long[][] {encoding.getAttentionMask()}),
                arrays.create(new long[][] {encoding.getTypeIds()}));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList list) {
        var array = list.getFirst();
        var dimensions = Math.toIntExact(array.getShape().get(2));
        var tokens = array.toFloatArray();
        var mean = new float[dimensions];
        for (var at = 0; at < tokens.length; at++) mean[at % dimensions] += tokens[at];
        var count = (float) tokens.length / dimensions;
        for (var at = 0; at < dimensions; at++) mean[at] /= count;
        return mean;
    }
}
