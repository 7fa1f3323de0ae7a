package org.foundups.twin.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/// Runs things at the same moment, as far as two processors can.
final class AtOnce {
    private AtOnce() {}

    static <T> List<T> run(int times, IntFunction<T> work) throws Exception {
        var ready = new CountDownLatch(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var tasks = new ArrayList<Callable<T>>();
            for (var index = 0; index < times; index++) {
                var number = index;
                tasks.add(() -> {
                    ready.countDown();
                    ready.await();
                    return work.apply(number);
                });
            }
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) results.add(future.get());
            return results;
        }
    }
}
