package org.parley.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;

/** Scheduled jobs, listed and started by hand. */
final class JobChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	/** The jobs of Parley with their services. */
	static final Map<String, String> JOBS = Map.of("clean-up-notifications", "notification-service", "digest-mail",
			"notification-service", "health-check", "notification-service", "update-user-activity", "auth-service",
			"unban-expired", "auth-service", "generate-statistics", "forum-service");

	private final DemoState demoState;

	JobChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	List<DemoStep> steps() {
		return List.of(new DemoStep("An admin sees the jobs of all services", this::listed),
				new DemoStep("Each job is started by hand and reports its result", this::run));
	}

	private String listed() {
		this.demoState.user("moderator").get("/admin/jobs").refused(403, "auth.forbidden");
		var list = Await.within(SOON,
				() -> this.demoState.user("admin")
					.get("/admin/jobs")
					.is(200)
					.has("/data", "to name all jobs",
							(data) -> JOBS.keySet().stream().allMatch((job) -> data.toString().contains(job))));
		return list.at("/data").valueStream().map((job) -> job.path("name").asString("")).sorted().toList().toString();
	}

	private String run() {
		return JOBS.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((job) -> run(job.getValue(), job.getKey()))
			.toList()
			.toString();
	}

	private String run(String service, String job) {
		var path = "/admin/%s/jobs/%s/runs".formatted(service, job);
		// A run of its schedule may just be running.
		var location = Await.within(SOON, () -> this.demoState.user("admin").post(path).is(202)).header("Location");
		var done = Await.within(SOON,
				() -> this.demoState.user("admin").follow(location).is(200).has("/data/outcome", "done"));
		return "%s: %s".formatted(job, done.text("/data/result"));
	}

}
