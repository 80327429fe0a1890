package org.parley.platform.jobs;

import java.time.InstantSource;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.jobs.run.JobRuns;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;

/**
 * Requests a run of a job for an administrator. It only stores the request and wakes the
 * workers, one of which starts the run.
 */
class RequestJob {

	private final JobRegistry jobs;

	private final JobRuns runs;

	private final JobLoop loop;

	private final UnitOfWork work;

	private final AdministratorActs acts;

	private final InstantSource clock;

	RequestJob(JobRegistry jobs, JobRuns runs, JobLoop loop, UnitOfWork work, AdministratorActs acts,
			InstantSource clock) {
		this.jobs = jobs;
		this.runs = runs;
		this.loop = loop;
		this.work = work;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Requests a run.
	 * @throws RefusalException 404 {@code job.unknown}, 409 {@code job.busy}
	 */
	JobRun request(String name, String by) {
		var run = JobRun.requested(this.jobs.get(name).name(), this.clock.instant(), by);
		this.work.run(() -> {
			if (!this.runs.request(run)) {
				throw new JobBusyException();
			}
			this.acts.record(AdministratorAct.JOB_REQUESTED, by, run.job());
		});
		this.loop.signal();
		return run;
	}

	/** 409: the job has an open run already. */
	static final class JobBusyException extends RefusalException {

		JobBusyException() {
			super(RefusalKind.CONFLICT, "job.busy",
					"The job is running or waiting to run; its list of runs shows the progress.");
		}

	}

}
