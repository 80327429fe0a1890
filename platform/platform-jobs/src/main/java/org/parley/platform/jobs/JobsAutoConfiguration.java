package org.parley.platform.jobs;

import java.time.InstantSource;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.jobs.run.JobRuns;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.messaging.EventsAutoConfiguration;
import org.parley.platform.mongo.cluster.WorkSignals;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import org.parley.platform.web.idempotency.IdempotencyAutoConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** Configures the {@link Job} beans of a service. */
@AutoConfiguration(after = { DataMongoAutoConfiguration.class, PlatformWebAutoConfiguration.class,
		IdempotencyAutoConfiguration.class, EventsAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(JobController.class)
public class JobsAutoConfiguration {

	@Bean
	JobRegistry jobRegistry(ObjectProvider<Job> jobs) {
		return new JobRegistry(jobs.stream().toList());
	}

	@Bean
	JobRuns jobRuns(MongoOperations mongo) {
		return new JobRuns(mongo);
	}

	@Bean
	JobMetrics jobMetrics(MeterRegistry meters, JobRegistry jobs, JobRuns runs, InstantSource clock) {
		return new JobMetrics(meters, jobs, runs, clock);
	}

	@Bean
	JobLoop jobLoop(JobRegistry jobs, JobRuns runs, JobMetrics meters, MongoOperations mongo, InstantSource clock,
			ProcessRole processRole, WorkSignals workSignals, SpanRecorder spans,
			@Value("${spring.application.name}") String service) {
		var running = new JobRunner(jobs, runs, meters, clock, spans);
		var clockwork = new JobScheduler(jobs, new JobTimes(mongo), runs, running, clock, instance(service));
		var loop = new JobLoop(clockwork, running, processRole.works() && !jobs.isEmpty());
		loop.connectTo(workSignals);
		return loop;
	}

	@Bean
	RequestJob requestJob(JobRegistry jobs, JobRuns runs, JobLoop loop, UnitOfWork work, AdministratorActs acts,
			InstantSource clock) {
		return new RequestJob(jobs, runs, loop, work, acts, clock);
	}

	/** The host and the process id, for people. */
	private static String instance(String service) {
		var host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse(service);
		return host + "-" + ProcessHandle.current().pid();
	}

}
