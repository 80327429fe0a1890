package org.parley.platform.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.web.paging.OrderedPage;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The runs of this service's jobs: waiting, active and past ones. */
public class JobRuns implements InitializingBean {

	/**
	 * How long a claim is valid. Clocks of instances may differ by less than that; a
	 * claim of one that was further ahead is void.
	 */
	public static final Duration HELD = Duration.ofSeconds(30);

	private static final Duration KEPT = Duration.ofDays(90);

	private static final String NEWEST = "scheduledFor";

	private final MongoOperations mongo;

	public JobRuns(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(JobRun.class);
		indexes.createIndex(new Index("job", Direction.ASC).on(NEWEST, Direction.DESC).unique());
		indexes.createIndex(new Index("job", Direction.ASC).named("open")
			.unique()
			.partial(PartialIndexFilter.of(Criteria.where("open").is(true))));
		indexes.createIndex(new Index("job", Direction.ASC).on("outcome", Direction.ASC).on("endedAt", Direction.DESC));
		indexes.createIndex(new Index(NEWEST, Direction.ASC).expire(KEPT));
	}

	/**
	 * Stores a requested run; false when the job has an open run, or one for the same
	 * time.
	 */
	public boolean request(JobRun run) {
		try {
			this.mongo.insert(run);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	public boolean isKnown(String job, Instant time) {
		return this.mongo.exists(of(job, Criteria.where(NEWEST).is(time)), JobRun.class);
	}

	/** Claims a waiting run, or one whose claim has expired. */
	public Optional<JobRun> claim(Collection<String> jobs, String instance, Instant now) {
		var free = new Criteria().orOperator(Criteria.where("until").is(null), Criteria.where("until").lt(now),
				Criteria.where("until").gt(now.plus(HELD).plus(HELD)));
		var query = new Query(Criteria.where("job").in(jobs).and("open").is(true).andOperator(free));
		return Optional.ofNullable(this.mongo.findAndModify(query,
				new Update().set("outcome", JobOutcome.RUNNING)
					.set("instance", instance)
					.set("claim", Ids.next())
					.set("startedAt", now)
					.set("until", now.plus(HELD))
					.inc("attempts", 1),
				FindAndModifyOptions.options().returnNew(true), JobRun.class));
	}

	/** Renews a claim; false when it is lost. */
	public boolean renew(JobRun run, Instant now) {
		return change(run, new Update().set("until", now.plus(HELD)));
	}

	/** Releases a claimed run as if it had not been started. */
	public boolean release(JobRun run) {
		return change(run, new Update().set("outcome", JobOutcome.WAITING).unset("until").inc("attempts", -1));
	}

	/** Stores the end of a run; false when another instance has claimed it. */
	public boolean end(JobRun run, JobOutcome jobOutcome, String result, Instant now) {
		return change(run,
				new Update().set("outcome", jobOutcome)
					.set("open", false)
					.set("result", result)
					.set("endedAt", now)
					.unset("until"));
	}

	private boolean change(JobRun run, Update update) {
		var claimed = new Query(Criteria.where("_id")
			.is(run.id())
			.and("claim")
			.is(Objects.requireNonNull(run.claim()))
			.and("open")
			.is(true));
		return this.mongo.updateFirst(claimed, update, JobRun.class).getMatchedCount() == 1;
	}

	public Optional<JobRun> find(String job, String id) {
		return Optional.ofNullable(this.mongo.findOne(of(job, Criteria.where("_id").is(id)), JobRun.class));
	}

	public Optional<JobRun> last(String job) {
		return first(new Query(Criteria.where("job").is(job)).with(Sort.by(Direction.DESC, NEWEST)));
	}

	public Optional<JobRun> oldest(String job) {
		return first(new Query(Criteria.where("job").is(job)).with(Sort.by(Direction.ASC, NEWEST)));
	}

	public Optional<JobRun> lastDone(String job) {
		return first(of(job, Criteria.where("outcome").is(JobOutcome.DONE)).with(Sort.by(Direction.DESC, "endedAt")));
	}

	/** Returns a page, newest first. */
	public Paged<JobRunView> page(String job, PageQuery query) {
		return new OrderedPage(query, NEWEST, Direction.DESC, NEWEST, (from) -> from.instant(0))
			.find(this.mongo, new Query(Criteria.where("job").is(job)), JobRun.class, JobRun::scheduledFor)
			.map(JobRunView::of);
	}

	private Optional<JobRun> first(Query query) {
		return Optional.ofNullable(this.mongo.findOne(query, JobRun.class));
	}

	private static Query of(String job, Criteria more) {
		return new Query(Criteria.where("job").is(job).andOperator(more));
	}

	/**
	 * A run in the administration API.
	 *
	 * @param job by name
	 * @param scheduledFor the scheduled time, or the time of the request
	 * @param startedAt the time of the last start
	 * @param result the result, as a sentence
	 * @param by {@code clock}, or the id of the requesting administrator
	 * @param instance the instance that runs it or ran it last
	 * @param attempts the number of starts; more than one after interruptions
	 */
	public record JobRunView(@Schema(example = "01KAGV4G3ZJ8T0X3P4M5N6Q7R8") String id,
			@Schema(example = "generate-statistics") String job, Instant scheduledFor, @Nullable Instant startedAt,
			@Nullable Instant endedAt, JobOutcome outcome,
			@Schema(example = "Counted 12 members.") @Nullable String result, @Schema(example = "clock") String by,
			@Schema(example = "forum-service-1") @Nullable String instance, @Schema(example = "1") int attempts) {

		public static JobRunView of(JobRun run) {
			return new JobRunView(run.id(), run.job(), run.scheduledFor(), run.startedAt(), run.endedAt(),
					run.outcome(), run.result(), run.by(), run.instance(), run.attempts());
		}

	}

}
