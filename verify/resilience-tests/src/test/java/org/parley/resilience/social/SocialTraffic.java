package org.parley.resilience.social;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.drill.SideTraffic;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.writers.RepeatedRequest;
import tools.jackson.databind.JsonNode;

/**
 * People in a ring, each of whom follows the next ones. They post, some posts with a
 * picture, comment and react, and repeat each write until it is accepted. In the end each
 * post must be once in its author's list and in each follower's feed, each comment once
 * at its post, each reaction the last one of its person, and each picture ready.
 */
public final class SocialTraffic implements SideTraffic {

	private static final int PEOPLE = 12;

	private static final int FOLLOWED = 4;

	/** Slightly less than the thirty writes that a person may send in a minute. */
	private static final Duration PAUSE = Duration.ofMillis(2_300);

	private static final Duration AGAIN = Duration.ofSeconds(1);

	private static final List<String> KINDS = List.of("like", "love", "happy", "wow", "sad", "angry");

	private final String run = Long.toString(System.currentTimeMillis(), 36);

	private final AtomicLong marks = new AtomicLong();

	private final PictureUpload pictures = new PictureUpload();

	private final List<SocialMember> members;

	private final Queue<String> postIds = new ConcurrentLinkedQueue<>();

	private final Map<String, Queue<String>> comments = new ConcurrentHashMap<>();

	private final Queue<Duration> durations = new ConcurrentLinkedQueue<>();

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean over;

	private SocialTraffic(GatewayClient gateway) {
		this.members = IntStream.range(0, PEOPLE)
			.mapToObj((number) -> SocialMember.register(gateway, "s%s-%d".formatted(this.run, number)))
			.toList();
	}

	/** Registers people, who follow each other and have posted once. */
	public static SocialTraffic open(GatewayClient gateway) {
		var traffic = new SocialTraffic(gateway);
		traffic.members.forEach((member) -> {
			traffic.followed(member).forEach(member::follow);
			traffic.post(member, Map.of());
		});
		return traffic;
	}

	private Stream<SocialMember> followed(SocialMember member) {
		var own = this.members.indexOf(member);
		return IntStream.rangeClosed(1, FOLLOWED).mapToObj((step) -> this.members.get((own + step) % PEOPLE));
	}

	@Override
	public void start() {
		this.members.forEach((member) -> this.threads.add(Thread.startVirtualThread(() -> act(member))));
	}

	@Override
	public void stop() throws InterruptedException {
		this.over = true;
		for (var thread : this.threads) {
			thread.join();
		}
	}

	private void act(SocialMember member) {
		while (!this.over) {
			switch (ThreadLocalRandom.current().nextInt(8)) {
				case 0 -> this.pictures.upload(member).ifPresent((id) -> post(member, Map.of("media", List.of(id))));
				case 1, 2, 3 -> post(member, Map.of());
				case 4, 5 -> comment(member, anyPost());
				default -> react(member, anyPost());
			}
			Await.sleep(PAUSE);
		}
	}

	private void post(SocialMember member, Map<String, Object> more) {
		var mark = mark();
		var body = new HashMap<String, Object>(more);
		body.put("text", mark);
		body.put("visibility", "public");
		Supplier<Optional<GatewayResponse>> write = () -> member.write("/social/posts", mark, body);
		(more.isEmpty() ? timed(write) : write.get()).ifPresent((created) -> {
			member.posts().add(mark);
			this.postIds.add(created.text("/data/id"));
		});
	}

	private void comment(SocialMember member, String post) {
		var mark = mark();
		timed(() -> member.write("/social/posts/" + post + "/comments", mark, Map.of("text", mark)))
			.ifPresent((_) -> this.comments.computeIfAbsent(post, (_) -> new ConcurrentLinkedQueue<>()).add(mark));
	}

	private void react(SocialMember member, String post) {
		var kind = KINDS.get(ThreadLocalRandom.current().nextInt(KINDS.size()));
		member.reactions().remove(post);
		member.accepted((caller) -> caller.put(path(post) + "/reaction", Map.of("kind", kind)))
			.ifPresent((_) -> member.reactions().put(post, kind));
	}

	/**
	 * Writes without a picture. A picture is refused until social-service has heard of
	 * it, which takes as long as RabbitMQ is away.
	 */
	private <T> T timed(Supplier<T> write) {
		var start = Instant.now();
		var answer = write.get();
		this.durations.add(Duration.between(start, Instant.now()));
		return answer;
	}

	private String anyPost() {
		return this.postIds.stream()
			.skip(ThreadLocalRandom.current().nextInt(this.postIds.size()))
			.findFirst()
			.orElseThrow();
	}

	private String mark() {
		return "s-%s-%d".formatted(this.run, this.marks.incrementAndGet());
	}

	@Override
	public List<LedgerFinding> findings() {
		Await.until(RepeatedRequest.TIMEOUT, AGAIN, () -> records().allMatch(SocialRecord::isComplete));
		return records().flatMap((shown) -> SocialCheck.findings(shown).stream()).toList();
	}

	private Stream<SocialRecord> records() {
		return Stream
			.of(this.members.stream().flatMap(this::records), this.comments.entrySet()
				.stream()
				.map((entry) -> new SocialRecord("The comments of " + entry.getKey(), entry.getValue(),
						this.members.getFirst().all(path(entry.getKey()) + "/comments", SocialTraffic::textOf))))
			.flatMap((parts) -> parts);
	}

	private Stream<SocialRecord> records(SocialMember member) {
		var name = member.username();
		var expected = Stream.concat(Stream.of(member), followed(member))
			.flatMap((author) -> author.posts().stream())
			.toList();
		return Stream.of(
				new SocialRecord("The list of " + name, member.posts(),
						member.all("/social/people/" + name + "/posts", SocialTraffic::textOf)),
				new SocialRecord("The feed of " + name, expected, member.all("/social/feed", SocialTraffic::textOf)),
				new SocialRecord("The reactions of " + name,
						member.reactions().entrySet().stream().map(Object::toString).toList(),
						member.reactions()
							.keySet()
							.stream()
							.map((post) -> post + "=" + reaction(member, post))
							.toList()),
				new SocialRecord("The pictures of " + name, member.media(),
						member.all("/media", SocialTraffic::readyMedium)));
	}

	private static String reaction(SocialMember member, String post) {
		return RepeatedRequest.once(member.user(), (caller) -> read(caller, post))
			.map((found) -> found.text("/data/myReaction"))
			.orElse("");
	}

	private static GatewayResponse read(ApiUser caller, String post) {
		return caller.get(path(post));
	}

	private static String path(String post) {
		return "/social/posts/" + post;
	}

	private static String textOf(JsonNode node) {
		return node.path("text").asString("");
	}

	private static String readyMedium(JsonNode node) {
		return node.path("state").asString("").equals("ready") ? node.path("id").asString("")
				: "unready " + node.path("id").asString("");
	}

	/** Returns the number of accepted writes and the slowest one. */
	@Override
	public String toString() {
		return "%,d posts, %,d comments, %,d reactions and %,d pictures of %d people; the slowest write without a picture took %,d ms"
			.formatted(this.postIds.size(), this.comments.values().stream().mapToInt(Queue::size).sum(),
					this.members.stream().mapToInt((member) -> member.reactions().size()).sum(),
					this.members.stream().mapToInt((member) -> member.media().size()).sum(), PEOPLE,
					this.durations.stream().mapToLong(Duration::toMillis).max().orElse(0));
	}

}
