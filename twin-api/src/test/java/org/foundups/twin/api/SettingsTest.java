package org.foundups.twin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.foundups.twin.drafter.CallLimits;
import org.foundups.twin.drafter.DraftingSettings;
import org.foundups.twin.policy.PolicySettings;
import org.foundups.twin.rag.RagSettings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

final class SettingsTest {
    private static <T> T bound(String prefix, Class<T> type, Map<String, ?> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
    }

    @Test
    void hasTheDefaultsOfTheModules() {
        assertThat(bound("twin.policy", PolicyProperties.class, Map.of()).settings())
                .isEqualTo(PolicySettings.DEFAULTS);
        assertThat(bound("twin.drafter", DraftingProperties.class, Map.of()).settings())
                .isEqualTo(DraftingSettings.DEFAULT);
        var index = Path.of("index");
        assertThat(
                        bound("twin.rag", MemoryProperties.class, Map.of())
                                .settings(index, index)
                                .minimumScore())
                .isEqualTo(RagSettings.in(index).minimumScore());
        assertThat(bound("twin.engine", EngineProperties.class, Map.of()))
                .isEqualTo(new EngineProperties("", "", "", "", 0, 2048, 2));
    }

    @Test
    void letsShortVariablesWinOverFiles() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "file",
                                Map.of(
                                        "twin.engine.url",
                                        "of file",
                                        "twin.engine.model",
                                        "of file")));
        ShortVariables.addTo(
                environment,
                Map.of("TWIN_LLM_URL", "of environment", "TWIN_MODEL", "", "PATH", "x"));
        assertThat(environment.getProperty("twin.engine.url")).isEqualTo("of environment");
        assertThat(environment.getProperty("twin.engine.model")).isEqualTo("of file");
        assertThat(environment.getProperty("twin.database.url")).isNull();
    }

    @Test
    void mapsEveryPolicyKey() {
        var keys =
                Map.of(
                        "twin.policy.comment-above", "0.8",
                        "twin.policy.like-above", "0.5",
                        "twin.policy.toxicity-above", "0.2",
                        "twin.policy.cooldown", "10m",
                        "twin.policy.author-cooldown-factor", "6",
                        "twin.policy.live-message-age", "1m",
                        "twin.policy.decision-lifetime", "2h",
                        "twin.policy.live-decision-lifetime", "30s");
        assertThat(bound("twin.policy", PolicyProperties.class, keys).settings())
                .isEqualTo(
                        new PolicySettings(
                                0.8,
                                0.5,
                                0.2,
                                Duration.ofMinutes(10),
                                6,
                                Duration.ofMinutes(1),
                                Duration.ofHours(2),
                                Duration.ofSeconds(30)));
        assertThat(keys).hasSize(PolicyProperties.class.getRecordComponents().length);
    }

    @Test
    void mapsEveryDraftingKey() {
        var keys =
                Map.of(
                        "twin.drafter.max-tokens", "40",
                        "twin.drafter.temperature", "0.1",
                        "twin.drafter.top-p", "0.5",
                        "twin.drafter.connect-within", "1s",
                        "twin.drafter.first-token-within", "2s",
                        "twin.drafter.next-token-within", "3s",
                        "twin.drafter.whole-within", "4s",
                        "twin.drafter.answer-bytes", "2048");
        var limits =
                new CallLimits(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        2048);
        assertThat(bound("twin.drafter", DraftingProperties.class, keys).settings())
                .isEqualTo(new DraftingSettings(limits, 40, 0.1, 0.5));
        assertThat(keys).hasSize(DraftingProperties.class.getRecordComponents().length);
    }

    @Test
    void mapsEveryMemoryKey() {
        var keys =
                Map.of(
                        "twin.rag.minimum-score", "0.5",
                        "twin.rag.passages", "4",
                        "twin.rag.neighbours", "150",
                        "twin.rag.diversity", "0.1",
                        "twin.rag.duplicate-cosine", "0.9",
                        "twin.rag.embedders", "3",
                        "twin.rag.follow-every", "5s");
        var index = Path.of("index");
        assertThat(bound("twin.rag", MemoryProperties.class, keys).settings(index, index))
                .isEqualTo(
                        new RagSettings(
                                index, index, 0.5, 4, 150, 0.1, 0.9, 3, Duration.ofSeconds(5)));
        assertThat(keys).hasSize(MemoryProperties.class.getRecordComponents().length);
    }

    @Test
    void knowsWhatEachPlatformTakes() {
        var limits = bound("twin.limits", PlatformLimits.class, Map.of());

        assertThat(limits.youtubeComment().usual()).isEqualTo(300);
        assertThat(limits.youtubeComment().most()).isEqualTo(10_000);
        assertThat(limits.youtubeLiveMessage().most()).isEqualTo(200);
        assertThat(limits.linkedin().most()).isEqualTo(1_250);
        assertThat(limits.x().most()).isEqualTo(280);
        assertThat(limits.maxEmoji()).isEqualTo(2);
    }

    @Test
    void refusesValuesThatCannotBe() {
        assertThatThrownBy(() ->
                        bound(
                                "twin.engine",
                                EngineProperties.class,
                                Map.of("twin.engine.slots", "0")))
                .hasRootCauseMessage("twin.engine.slots is 1 to 16, not 0");
        assertThatThrownBy(() ->
                        bound(
                                "twin.limits",
                                PlatformLimits.class,
                                Map.of("twin.limits.x.usual", "281")))
                .hasRootCauseMessage("twin.limits: 1 <= usual <= most is needed");
        assertThatThrownBy(() ->
                        bound(
                                "twin.database",
                                DatabaseSettings.class,
                                Map.of("twin.database.url", "jdbc:h2:mem")))
                .hasRootCauseMessage("twin.database.url is not the address of a PostgreSQL");
    }

    @Test
    void neverShowsSecrets() {
        var engine =
                bound("twin.engine", EngineProperties.class, Map.of("twin.engine.url-key", "hush"));
        var database =
                bound(
                        "twin.database",
                        DatabaseSettings.class,
                        Map.of("twin.database.password", "hush"));

        assertThat(engine + " " + database).doesNotContain("hush");
    }
}
