package org.foundups.twin.engagement;

import static org.foundups.twin.testing.Fixtures.NOON;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.foundups.twin.core.Action;
import org.foundups.twin.core.Decision;
import org.foundups.twin.core.Incoming;
import org.foundups.twin.testing.Fixtures;
import org.foundups.twin.testing.SettableClock;
import org.foundups.twin.testing.TargetFixture;
import org.foundups.twin.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/// This module on a real database, put together as the service does it.
final class EngagementStore implements AutoCloseable {
    static final String MIGRATIONS = "classpath:db/migration/engagement";

    private static final EngagementStore SHARED = on(TestDatabase.fresh(MIGRATIONS));

    final SettableClock clock = new SettableClock(NOON);
    final JdbcClient database;
    final Targets targets;
    final Considerations considerations;
    final Standing standing;
    final Cooldowns cooldowns;
    private final HikariDataSource pool;
    private final LocalContainerEntityManagerFactoryBean persistence;
    private final TransactionTemplate transaction;

    private EngagementStore(DataSource unpooled) {
        pool = new HikariDataSource();
        pool.setDataSource(unpooled);
        pool.setMaximumPoolSize(20);
        persistence = new LocalContainerEntityManagerFactoryBean();
        persistence.setDataSource(pool);
        persistence.setPackagesToScan(EngagementConfiguration.class.getPackageName());
        persistence.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        persistence.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "validate"));
        persistence.afterPropertiesSet();
        EntityManagerFactory factory = Objects.requireNonNull(persistence.getObject());
        var transactions = new JpaTransactionManager(factory);
        transaction = new TransactionTemplate(transactions);
        database = JdbcClient.create(pool);
        targets = new Targets(database, transactions, clock);
        considerations =
                new Considerations(SharedEntityManagerCreator.createSharedEntityManager(factory));
        standing = new Standing(database, clock);
        cooldowns = new Cooldowns(database, 12);
    }

    /// One for all tests, with nothing in it and the clock at noon: far quicker than a new database
    /// for each.
    static EngagementStore emptied() {
        SHARED.clock.set(NOON);
        SHARED.database.sql("TRUNCATE target, control CASCADE").update();
        return SHARED;
    }

    static EngagementStore on(DataSource source) {
        return new EngagementStore(source);
    }

    Observation observe(TargetFixture target) {
        return targets.observe(target.build(), Fixtures.persona());
    }

    /// The target seen and on its way in, as things stand now.
    Incoming incoming(TargetFixture fixture) {
        var target = fixture.build();
        var ref = observe(fixture).targetRef();
        return Fixtures.incoming(
                UUID.randomUUID(), ref, target, standing.circumstances(ref, target));
    }

    /// A decision to comment, committed with all that belongs to it.
    boolean decideToComment(Incoming incoming) {
        return inTransaction(() -> recorded(Fixtures.decisionToComment(incoming)));
    }

    void decideTo(Action action, TargetFixture target) {
        inTransaction(() -> recorded(Fixtures.decisionTo(action, incoming(target))));
    }

    private boolean recorded(Decision decision) {
        if (decision.action() == Action.COMMENT && !cooldowns.tryHold(decision)) return false;
        considerations.store(Fixtures.consideration(decision), "{}");
        return true;
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> {
            var result = work.get();
            if (Boolean.FALSE.equals(result)) status.setRollbackOnly();
            return result;
        });
    }

    long count(String table) {
        return database.sql("SELECT count(*) FROM " + table)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    @Override
    public void close() {
        persistence.destroy();
        pool.close();
    }
}
