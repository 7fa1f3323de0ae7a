package org.foundups.twin.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The numbers come from a C compiler and the header of llama.cpp 0.5.0 on x86-64. They are written
/// down again whenever the release moves.
final class LayoutsTest {
    @Test
    void modelParamsAreLaidOutAsInC() {
        checks(
                Layouts.MODEL_PARAMS,
                80,
                Map.of(
                        "n_gpu_layers", 16L,
                        "load_mode", 24L,
                        "main_gpu", 32L,
                        "progress_callback", 48L,
                        "vocab_only", 72L));
    }

    @Test
    void contextParamsAreLaidOutAsInC() {
        checks(
                Layouts.CONTEXT_PARAMS,
                160,
                Map.of(
                        "n_ctx", 0L,
                        "n_batch", 4L,
                        "n_ubatch", 8L,
                        "n_seq_max", 12L,
                        "n_threads", 28L,
                        "n_threads_batch", 32L,
                        "pooling_type", 44L,
                        "flash_attn_type", 52L,
                        "type_k", 104L));
        checks(
                Layouts.CONTEXT_PARAMS,
                160,
                Map.of("abort_callback", 112L, "abort_callback_data", 120L, "embeddings", 128L));
    }

    @Test
    void batchIsLaidOutAsInC() {
        checks(
                Layouts.BATCH,
                56,
                Map.of(
                        "n_tokens", 0L,
                        "token", 8L,
                        "embd", 16L,
                        "pos", 24L,
                        "n_seq_id", 32L,
                        "seq_id", 40L,
                        "logits", 48L));
    }

    @Test
    void smallStructsAreLaidOutAsInC() {
        assertThat(Layouts.SAMPLER_CHAIN_PARAMS.byteSize()).isEqualTo(1);
        assertThat(Layouts.CHAT_MESSAGE.byteSize()).isEqualTo(16);
        assertThat(Layouts.TOKEN_DATA.byteSize()).isEqualTo(12);
        assertThat(Layouts.LOGIT_BIAS.byteSize()).isEqualTo(8);
        checks(
                Layouts.TOKEN_DATA_ARRAY,
                32,
                Map.of("data", 0L, "size", 8L, "selected", 16L, "sorted", 24L));
        assertThat(ThreadPool.PARAMS.byteSize()).isEqualTo(528);
    }

    private static void checks(StructLayout struct, long size, Map<String, Long> offsets) {
        assertThat(struct.byteSize()).isEqualTo(size);
        offsets.forEach((field, offset) ->
                assertThat(Layouts.offset(struct, field)).as(field).isEqualTo(offset));
        assertThat(struct.memberLayouts()).allMatch(LayoutsTest::isAligned);
    }

    private static boolean isAligned(MemoryLayout member) {
        return member.byteAlignment() <= 8;
    }
}
