package org.parley.launcher.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.launcher.ledger.Effect;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Finding.Fault;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.Outcome;
import org.parley.launcher.room.Arrivals.Arrival;

import static org.assertj.core.api.Assertions.assertThat;

/** All is well, unless a test spoils it. */
class RoomTests {

	private final Ledger ledger = ledger();

	private final Map<String, Long> posts = once("post-1", "post-2");

	private final Map<String, Long> thread = new HashMap<>(Map.of("thread", 2L));

	private final Map<String, Long> start = once("thread");

	private final Map<String, Long> person = once("person");

	private final Map<String, Long> webhooks = once("hook-1", "hook-2");

	private final List<Arrival> arrivals = new ArrayList<>();

	@Test
	void allIsWell() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		this.arrivals.add(new Arrival("post-1", "event-1"));
		this.arrivals.add(new Arrival("post-2", "event-2"));
		assertThat(Stream.of(notified(), judged(), mailed(), received(), delivered())).allSatisfy(this::holds);
	}

	@Test
	void aReplyThatNobodyIsToldOfIsLost() {
		this.posts.remove("post-2");
		assertThat(faults(notified())).containsExactly(Fault.LOST);
	}

	@Test
	void aReplyThatTwoPeopleAreToldOfIsDoubled() {
		this.posts.put("post-2", 2L);
		assertThat(faults(notified())).containsExactly(Fault.TWICE);
	}

	@Test
	void aNotificationThatCountsOneReplyLessHasLostIt() {
		this.thread.put("thread", 1L);
		assertThat(faults(notified())).containsExactly(Fault.LOST);
	}

	@Test
	void notificationsThatCountAReplyTwiceHaveDoubledIt() {
		this.thread.put("thread", 3L);
		assertThat(faults(notified())).containsExactly(Fault.TWICE);
	}

	@Test
	void aReplyThatWasNeverAnsweredIsToldOnceOrNot() {
		add(this.ledger, Kind.REPLY, "thread", "mark-3", null);
		holds(notified());
		this.thread.put("thread", 3L);
		holds(notified());
		this.thread.put("thread", 4L);
		assertThat(faults(notified())).containsExactly(Fault.TWICE);
	}

	@Test
	void aPostWithoutAVerdictHasLostIt() {
		this.posts.remove("post-1");
		assertThat(faults(new Judged(this.posts, once("post-1", "post-2"), this.start))).containsExactly(Fault.LOST);
	}

	@Test
	void aPostWithTwoVerdictsHasOneTooMany() {
		this.posts.put("post-1", 2L);
		assertThat(faults(new Judged(this.posts, once("post-1", "post-2"), this.start))).containsExactly(Fault.TWICE);
	}

	@Test
	void aVerdictThatTheForumDoesNotKnowIsLost() {
		this.posts.remove("post-1");
		this.start.clear();
		assertThat(faults(new Judged(once("post-1", "post-2"), this.posts, this.start))).containsExactly(Fault.LOST,
				Fault.LOST);
	}

	@Test
	void aMailThatWasNotSentIsLost() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		assertThat(faults(new Mailed(this.person, Map.of(), new Arrivals(this.arrivals)))).containsExactly(Fault.LOST);
	}

	@Test
	void aMailThatDidNotComeIsLost() {
		assertThat(faults(mailed())).containsExactly(Fault.LOST);
	}

	@Test
	void aMailThatCameUnderTwoIdsIsDoubled() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		this.arrivals.add(new Arrival("ann", "mail-2"));
		assertThat(faults(mailed())).containsExactly(Fault.TWICE);
	}

	@Test
	void aMailThatCameAgainUnderItsIdIsKnownByIt() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		this.arrivals.add(new Arrival("ann", "mail-1"));
		holds(mailed());
		assertThat(new Arrivals(this.arrivals).repeats()).isEqualTo(1);
		assertThat(new Arrivals(this.arrivals)).hasToString("1, and 1 of them again");
	}

	@Test
	void twoMailsToOnePersonAreOneTooMany() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		this.person.put("person", 2L);
		assertThat(faults(mailed())).containsExactly(Fault.TWICE, Fault.TWICE);
	}

	@Test
	void aWebhookThatIsNotKeptIsLost() {
		this.webhooks.remove("hook-1");
		assertThat(faults(received())).containsExactly(Fault.LOST, Fault.LOST);
	}

	@Test
	void aWebhookThatIsNotProcessedIsLost() {
		assertThat(faults(new Received(this.webhooks, once("hook-1")))).containsExactly(Fault.LOST);
	}

	@Test
	void aWebhookThatIsKeptTwiceIsDoubled() {
		this.webhooks.put("hook-2", 2L);
		assertThat(faults(new Received(this.webhooks, once("hook-1", "hook-2")))).containsExactly(Fault.TWICE);
	}

	@Test
	void aWebhookThatWasNeverAnsweredIsKeptOnceOrNot() {
		add(this.ledger, Kind.WEBHOOK, "hook-3", "hook-3", null);
		holds(received());
		this.webhooks.put("hook-3", 1L);
		holds(received());
		this.webhooks.put("hook-3", 2L);
		assertThat(faults(received())).containsExactly(Fault.TWICE, Fault.TWICE);
	}

	@Test
	void aReplyThatAnEndpointIsNotToldOfIsLost() {
		this.arrivals.add(new Arrival("post-1", "event-1"));
		assertThat(faults(delivered())).containsExactly(Fault.LOST);
	}

	@Test
	void aReplyThatAnEndpointIsToldOfAgainIsKnownByItsId() {
		this.arrivals.add(new Arrival("post-1", "event-1"));
		this.arrivals.add(new Arrival("post-2", "event-2"));
		this.arrivals.add(new Arrival("post-2", "event-2"));
		holds(delivered());
		this.arrivals.add(new Arrival("post-2", "event-3"));
		assertThat(faults(delivered())).containsExactly(Fault.TWICE);
	}

	private Room notified() {
		return new Notified(this.posts, this.thread);
	}

	private Room judged() {
		return new Judged(this.posts, this.posts, this.start);
	}

	private Room mailed() {
		return new Mailed(this.person, this.person, new Arrivals(this.arrivals));
	}

	private Room received() {
		return new Received(this.webhooks, this.webhooks);
	}

	private Room delivered() {
		return new Delivered(new Arrivals(this.arrivals));
	}

	private void holds(Room room) {
		assertThat(room.findings(this.ledger)).isEmpty();
	}

	private Stream<Fault> faults(Room room) {
		return room.findings(this.ledger).map(Finding::fault);
	}

	private static Ledger ledger() {
		var ledger = new Ledger();
		add(ledger, Kind.START, "thread", "mark-0", new Effect("thread.created", "thread", 0));
		add(ledger, Kind.REPLY, "thread", "mark-1", new Effect("post.created", "post-1", 0));
		add(ledger, Kind.REPLY, "thread", "mark-2", new Effect("post.created", "post-2", 0));
		add(ledger, Kind.REGISTRATION, "person", "ann", new Effect("user.registered", "person", 1));
		accept(ledger, "hook-1");
		accept(ledger, "hook-2");
		return ledger;
	}

	/** Without an effect it was never answered. */
	private static void add(Ledger ledger, Kind kind, String key, String mark, @Nullable Effect effect) {
		var outcome = (effect != null) ? Outcome.ACCEPTED : Outcome.UNKNOWN;
		ledger.add(new Entry(kind, mark, key, effect, outcome, Instant.EPOCH, Instant.EPOCH, false));
	}

	private static void accept(Ledger ledger, String webhook) {
		ledger.add(
				new Entry(Kind.WEBHOOK, webhook, webhook, null, Outcome.ACCEPTED, Instant.EPOCH, Instant.EPOCH, false));
	}

	private static Map<String, Long> once(String... names) {
		var times = new HashMap<String, Long>();
		Stream.of(names).forEach((name) -> times.put(name, 1L));
		return times;
	}

}
