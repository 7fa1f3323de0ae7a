package org.foundups.twin.rag;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.foundups.twin.rag.routing.IndexedVideo;
import org.foundups.twin.rag.routing.Route;
import org.foundups.twin.rag.routing.Routing;
import org.foundups.twin.rag.routing.RoutingPolicy;
import org.foundups.twin.rag.routing.RoutingRules;
import org.jspecify.annotations.Nullable;

/// Where the videos of a memory go. What goes elsewhere stays stored and is not found by the twin,
/// so that an order to the contrary needs no second import. Any number of threads may use it.
public final class VideoRoutes {
    private final RouteTable table;
    private final WriteTransactions transactions;
    private final RoutingPolicy policy;
    private final InstantSource clock;
    private final Runnable changed;

    /// @param changed done when documents have gone elsewhere and that is committed
    VideoRoutes(
            DataSource dataSource, RoutingPolicy policy, InstantSource clock, Runnable changed) {
        this.table = new RouteTable(dataSource);
        this.transactions = new WriteTransactions(dataSource);
        this.policy = policy;
        this.clock = clock;
        this.changed = changed;
    }

    /// What holds for channels and categories.
    public RoutingPolicy policy() {
        return policy;
    }

    /// What would be decided about a video, without storing anything.
    public Routing considered(String persona, IndexedVideo video) {
        var ordered = Outside.asked(() -> table.ordered(persona, video.videoId()));
        return RoutingRules.route(video.item(), ordered.orElse(null), policy);
    }

    /// Decides about a video and stores that. Documents of the video that are stored already go
    /// with it.
    public Routing decide(String persona, IndexedVideo video) {
        return Outside.asked(() ->
                transactions.change(() -> {
                    var ordered = table.ordered(persona, video.videoId());
                    var ruled = RoutingRules.route(video.item(), null, policy);
                    table.put(persona, video, ruled, clock.instant());
                    follow(persona, video.videoId());
                    return ordered.map(route -> RoutingRules.route(video.item(), route, policy))
                            .orElse(ruled);
                }));
    }

    /// Orders where a video goes, above all rules.
    ///
    /// @param route null takes the order back
    /// @param by who orders it
    /// @return empty if no such video was imported
    public Optional<VideoRoute> order(
            String persona,
            String videoId,
            @Nullable Route route,
            String by,
            @Nullable String note) {
        return Outside.asked(() ->
                transactions.change(() -> {
                    if (!table.order(persona, videoId, route, by, note, clock.instant()))
                        return Optional.<VideoRoute>empty();
                    follow(persona, videoId);
                    return table.one(persona, videoId);
                }));
    }

    private void follow(String persona, String videoId) {
        if (table.follow(persona, videoId) > 0) transactions.afterwards(changed);
    }

    /// Where a video goes; empty if no such video was imported.
    public Optional<VideoRoute> of(String persona, String videoId) {
        return Outside.asked(() -> table.one(persona, videoId));
    }

    /// Videos in the order of their ids.
    ///
    /// @param route null for all
    /// @param after the last id of the page before; empty for the first page
    public List<VideoRoute> page(String persona, @Nullable Route route, String after, int limit) {
        return Outside.asked(() -> table.page(persona, route, after, limit));
    }

    /// How many videos go where, and why.
    public Map<Route, Map<String, Long>> report(String persona) {
        return Outside.asked(() -> table.counts(persona));
    }
}
