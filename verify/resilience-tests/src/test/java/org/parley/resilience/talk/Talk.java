package org.parley.resilience.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.drill.SideTraffic;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.RepeatedRequest;

/**
 * People who talk in groups of three. Each repeats a message with the same client's id
 * until it is accepted, and then sends the next one.
 */
public final class Talk implements SideTraffic {

	private static final int GROUPS = 8;

	private static final int MEMBERS = 3;

	/** Slightly less than the sixty messages that a person may send in a minute. */
	private static final Duration PAUSE = Duration.ofMillis(1_100);

	private static final Duration AGAIN = Duration.ofMillis(250);

	private static final int PAGE = 100;

	private final String run = Long.toString(System.currentTimeMillis(), 36);

	private final Queue<SpokenMessage> spoken = new ConcurrentLinkedQueue<>();

	private final Queue<Duration> slowest = new ConcurrentLinkedQueue<>();

	private final AtomicLong accepted = new AtomicLong();

	private final List<Group> groups;

	private final List<Thread> talkers = new ArrayList<>();

	private volatile boolean over;

	private Talk(List<Group> groups) {
		this.groups = groups;
	}

	/** Registers people and opens their groups; everybody has said something. */
	public static Talk open(GatewayClient gateway) {
		var talk = new Talk(IntStream.range(0, GROUPS).mapToObj((number) -> Group.open(gateway, number)).toList());
		talk.groups.forEach((group) -> group.members().forEach((member) -> talk.say(group, member, talk.mark())));
		return talk;
	}

	@Override
	public void start() {
		this.groups.forEach((group) -> group.members()
			.forEach((member) -> this.talkers.add(Thread.startVirtualThread(() -> talk(group, member)))));
	}

	@Override
	public void stop() throws InterruptedException {
		this.over = true;
		for (var talker : this.talkers) {
			talker.join();
		}
	}

	private void talk(Group group, DrillUser member) {
		while (!this.over) {
			say(group, member, mark());
			Await.sleep(PAUSE);
		}
	}

	private String mark() {
		return "t-%s-%d".formatted(this.run, this.accepted.incrementAndGet());
	}

	private void say(Group group, DrillUser member, String mark) {
		var sent = Instant.now();
		var request = Map.of("text", mark, "clientId", mark);
		var accepted = RepeatedRequest.untilAccepted(member, (user) -> {
			var asked = Instant.now();
			var answer = user.post(group.path(), request);
			this.slowest.add(Duration.between(asked, Instant.now()));
			return answer;
		});
		if (accepted.isPresent()) {
			this.spoken.add(new SpokenMessage(group.id(), mark, sent, Instant.now()));
		}
	}

	@Override
	public List<LedgerFinding> findings() {
		Await.until(RepeatedRequest.TIMEOUT, AGAIN, () -> this.groups.stream().allMatch(this::isComplete));
		return this.groups.stream()
			.flatMap((group) -> TalkCheck.findings(said(group), group.stored()).stream())
			.toList();
	}

	private boolean isComplete(Group group) {
		var stored = group.stored().stream().map(StoredMessage::mark).toList();
		return stored.containsAll(said(group).stream().map(SpokenMessage::mark).toList());
	}

	private List<SpokenMessage> said(Group group) {
		return this.spoken.stream().filter((message) -> message.conversation().equals(group.id())).toList();
	}

	/** Returns the number of messages and the slowest answer. */
	@Override
	public String toString() {
		return "%,d messages in %d groups; the slowest answer took %,d ms".formatted(this.spoken.size(),
				this.groups.size(), this.slowest.stream().mapToLong(Duration::toMillis).max().orElse(0));
	}

	/**
	 * A group of people.
	 *
	 * @param id the id of the conversation
	 * @param members its members
	 */
	private record Group(String id, List<DrillUser> members) {

		/** Chat-service learns of new accounts by events. */
		static Group open(GatewayClient gateway, int number) {
			var names = IntStream.range(0, MEMBERS)
				.mapToObj((member) -> "t%s-%d-%d".formatted(Long.toString(System.nanoTime(), 36), number, member))
				.toList();
			var people = names.stream()
				.map((name) -> DrillUser.registered(gateway, name, DrillUser.register(gateway.guest(), name).is(201)))
				.toList();
			var opened = RepeatedRequest
				.untilAccepted(people.getFirst(),
						(user) -> user.post("/chat/conversations",
								Map.of("kind", "group", "name", "Drill", "members", names.subList(1, MEMBERS))))
				.orElseThrow();
			return new Group(opened.text("/data/id"), people);
		}

		String path() {
			return "/chat/conversations/" + this.id + "/messages";
		}

		/** All messages with a number. */
		List<StoredMessage> stored() {
			var all = new ArrayList<StoredMessage>();
			var cursor = "";
			do {
				var query = "?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
				var page = RepeatedRequest.once(this.members.getFirst(), (user) -> user.get(path() + query))
					.orElse(null);
				if (page == null || page.status() != 200) {
					return List.of();
				}
				page.at("/data")
					.valueStream()
					.map((message) -> new StoredMessage(message.path("text").asString(""),
							message.path("seq").asLong(0)))
					.forEach(all::add);
				cursor = page.text("/meta/pagination/next");
			}
			while (!cursor.isEmpty() && !cursor.equals("null"));
			return all;
		}

	}

}
