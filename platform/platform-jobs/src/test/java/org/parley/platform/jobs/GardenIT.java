package org.parley.platform.jobs;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.jobs.run.JobRuns;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.event.RecordedActs;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** A service with an API process without jobs, and any number of workers. */
@SpringBootTest(classes = GardenIT.Garden.class,
		properties = { "spring.application.name=garden-service", "parley.role=api",
				"spring.rabbitmq.publisher-confirm-type=correlated", "spring.rabbitmq.publisher-returns=true" })
@AutoConfigureMockMvc
@LocalStackTest
abstract class GardenIT {

	final OffsetClock clock = new OffsetClock();

	final MeterRegistry meters = new SimpleMeterRegistry();

	@Autowired
	Watering watering;

	@Autowired
	JobRegistry jobs;

	@Autowired
	JobRuns runs;

	@Autowired
	MongoTemplate mongo;

	@Autowired
	RecordedActs acts;

	private final List<JobLoop> workers = new ArrayList<>();

	@BeforeEach
	void nothingHasRun() {
		this.mongo.remove(new Query(), JobRun.class);
		this.mongo.remove(new Query(), JobTime.class);
		this.watering.forget();
		this.acts.clear();
	}

	@AfterEach
	void workersGoHome() {
		this.watering.goOn();
		this.workers.forEach(JobLoop::stop);
	}

	JobLoop worker(String name) {
		var running = runner();
		var worker = new JobLoop(scheduler(name, running), running, true);
		worker.start();
		this.workers.add(worker);
		return worker;
	}

	JobRunner runner() {
		return new JobRunner(this.jobs, this.runs, new JobMetrics(this.meters, this.jobs, this.runs, this.clock),
				this.clock, SpanRecorder.NONE);
	}

	JobScheduler scheduler(String name, JobRunner jobRunner) {
		return new JobScheduler(this.jobs, new JobTimes(this.mongo), this.runs, jobRunner, this.clock, name);
	}

	List<JobRun> history() {
		return this.mongo.find(new Query().with(Sort.by("scheduledFor")), JobRun.class);
	}

	JobRun only() {
		assertThat(history()).hasSize(1);
		return history().getFirst();
	}

	boolean isFollowingTheClock() {
		return this.mongo.exists(new Query(), JobTime.class);
	}

	@Configuration
	@EnableAutoConfiguration
	@Import({ Watering.class, RecordedActs.class })
	static class Garden {

	}

}
