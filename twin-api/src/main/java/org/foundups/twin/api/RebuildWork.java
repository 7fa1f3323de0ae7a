package org.foundups.twin.api;

import org.foundups.twin.api.jobs.JobProgress;
import org.foundups.twin.api.jobs.JobWork;
import org.foundups.twin.rag.VoiceMemory;

/// Makes the memory's index anew.
record RebuildWork(VoiceMemory memory) implements JobWork {
    static final String KIND = "memory-rebuild";

    @Override
    public String run(String parameters, JobProgress progress) {
        memory.rebuild(new ImportStanding(progress));
        return progress.goOn() ? "The index was made anew." : "It was stopped.";
    }
}
