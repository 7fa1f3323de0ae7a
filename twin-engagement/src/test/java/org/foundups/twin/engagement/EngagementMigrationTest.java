package org.foundups.twin.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.foundups.twin.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

final class EngagementMigrationTest {
    @Test
    void migratesAnEmptyDatabaseAndThenHasNothingLeftToDo() {
        var flyway =
                Flyway.configure()
                        .dataSource(TestDatabase.fresh())
                        .locations(EngagementStore.MIGRATIONS)
                        .load();
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void makesItsEntitiesKnownToTheApplication() {
        try (var context = new AnnotationConfigApplicationContext(EngagementConfiguration.class)) {
            assertThat(EntityScanPackages.get(context).getPackageNames())
                    .contains(StoredConsideration.class.getPackageName());
        }
    }
}
