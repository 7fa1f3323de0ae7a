package org.foundups.twin.api;

import org.foundups.twin.api.jobs.JobProgress;
import org.foundups.twin.rag.ImportProgress;

/// Shows the memory's progress as that of a job. Of a file only the bytes are known beforehand, so
/// the number of its rows is estimated from how many there were in the bytes read so far.
record ImportStanding(JobProgress job) implements ImportProgress {
    @Override
    public void at(Standing standing) {
        job.at(standing.done(), total(standing), standing.refused(), 0, null);
    }

    private static @org.jspecify.annotations.Nullable Long total(Standing standing) {
        if (standing.total() >= 0) return standing.total();
        if (standing.bytes() <= 0 || standing.totalBytes() <= 0) return null;
        var share = Math.min(1.0, (double) standing.bytes() / standing.totalBytes());
        return Math.max(standing.done(), Math.round(standing.done() / share));
    }

    @Override
    public boolean goOn() {
        return job.goOn();
    }
}
