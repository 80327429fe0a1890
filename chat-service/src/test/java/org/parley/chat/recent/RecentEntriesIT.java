package org.parley.chat.recent;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.platform.domain.Ids;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Every order of reads, fills and changes of an entry. */
class RecentEntriesIT extends ChatIT {

	private static final RecentRange LATEST = new RecentRange(null, false, 3);

	@Autowired
	private RecentEntries entries;

	@Autowired
	private RecentChanges changes;

	@Autowired
	private RecentLink link;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private PlatformTransactionManager transactions;

	@Value("${parley.redis.prefix}")
	private String prefix;

	private final String subject = Ids.next();

	@BeforeEach
	void connected() {
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(this.link::isUsable);
	}

	@Test
	void filledEntryIsRead() {
		fill(1, 2, 3, 4);
		var entry = read(LATEST);
		assertThat(entry.isMember()).isTrue();
		assertThat(entry.isStranger()).isFalse();
		assertThat(entry.description()).contains("-");
		assertThat(entry.isComplete()).isTrue();
		assertThat(entry.messages()).containsExactly("4", "3", "2");
		assertThat(entry.last()).isEqualTo("4");
	}

	@Test
	void rangeIsCompleteOnlyIfItsEndIsKnown() {
		fill(1, 2, 3, 4);
		assertThat(read(new RecentRange(3L, false, 5)).messages()).containsExactly("2", "1");
		assertThat(read(new RecentRange(3L, false, 5)).isComplete()).isTrue();
		assertThat(read(new RecentRange(1L, true, 2)).messages()).containsExactly("2", "3");
		assertThat(read(new RecentRange(0L, true, 9)).messages()).containsExactly("1", "2", "3", "4");
		this.redis.opsForHash().delete(key(), "whole");
		assertThat(read(new RecentRange(3L, false, 5)).isComplete()).isFalse();
		assertThat(read(new RecentRange(3L, false, 2)).isComplete()).isTrue();
		assertThat(read(new RecentRange(0L, true, 9)).isComplete()).isTrue();
		this.redis.opsForHash().put(key(), "first", "2");
		assertThat(read(new RecentRange(0L, true, 9)).isComplete()).isFalse();
	}

	@Test
	void messagesBeforeGapAreNotFilled() {
		fill(1, 2, 5, 6);
		assertThat(read(new RecentRange(null, false, 2)).messages()).containsExactly("6", "5");
		assertThat(read(LATEST).isComplete()).isFalse();
	}

	@Test
	void fillOfReadBeforeChangeIsRefused() {
		var early = read(LATEST);
		changed(RecentEffect.drop());
		this.entries.fillMember(early, "alice", "-");
		assertThat(read(LATEST).isMember()).isFalse();
	}

	@Test
	void entryIsNeitherReadNorFilledDuringChange() {
		fill(1, 2, 3);
		new TransactionTemplate(this.transactions).executeWithoutResult((_) -> {
			this.changes.change(this.subject, RecentEffect.append(4, Ids.next(), "4"));
			assertThat(read(LATEST).messages()).isEmpty();
			assertThat(read(LATEST).isFillable()).isFalse();
		});
		assertThat(read(LATEST).messages()).containsExactly("4", "3", "2");
	}

	@Test
	void rollbackKeepsEntry() {
		fill(1, 2, 3);
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.changes.change(this.subject, RecentEffect.append(4, Ids.next(), "4"));
			status.setRollbackOnly();
		});
		assertThat(read(LATEST).messages()).containsExactly("3", "2", "1");
	}

	@Test
	void appendThatSkipsNumberDropsMessages() {
		fill(1, 2, 3);
		changed(RecentEffect.append(5, Ids.next(), "5"));
		assertThat(read(LATEST).isComplete()).isFalse();
		assertThat(read(LATEST).isMember()).isTrue();
	}

	@Test
	void entryKeepsLatestHundredMessages() {
		fill(1);
		for (int seq = 2; seq <= RecentEntries.MESSAGES + 20; seq++) {
			changed(RecentEffect.append(seq, Ids.next(), Integer.toString(seq)));
		}
		assertThat(read(new RecentRange(null, false, 200)).messages()).hasSize(RecentEntries.MESSAGES)
			.startsWith("120")
			.endsWith("21");
		assertThat(read(new RecentRange(null, false, 200)).isComplete()).isFalse();
		assertThat(this.redis.opsForHash().size(key())).isLessThan(RecentEntries.MESSAGES + 12L);
	}

	@Test
	void crossedReplacementsDropMessages() {
		fill(1, 2, 3);
		var one = begun();
		var other = begun();
		this.entries.end(this.subject, other, RecentEffect.replace(2, "later"));
		this.entries.end(this.subject, one, RecentEffect.replace(2, "earlier"));
		assertThat(read(LATEST).messages()).isEmpty();
	}

	@Test
	void changeOfDeadProcessCostsContentWhenItIsCutOff() {
		fill(1, 2, 3);
		this.redis.opsForHash().put(key(), "changes", "dead@1 ");
		assertThat(read(LATEST).isMember()).isFalse();
		assertThat(read(LATEST).isFillable()).isTrue();
		fill(1, 2, 3, 4);
		assertThat(read(LATEST).messages()).startsWith("4");
	}

	@Test
	void lostMarkOfChangeCostsContent() {
		var token = begun();
		Objects.requireNonNull(this.redis.delete(key()));
		fill(1, 2, 3);
		this.entries.end(this.subject, token, RecentEffect.append(4, Ids.next(), "4"));
		assertThat(read(LATEST).messages()).isEmpty();
	}

	@Test
	void unknownOutcomeCostsContent() {
		fill(1, 2, 3);
		changed(RecentEffect.DOUBT);
		assertThat(read(LATEST).messages()).isEmpty();
	}

	@Test
	void contentOfEarlierEpochIsNotRead() {
		fill(1, 2, 3);
		this.redis.opsForValue().set(this.link.epochKey(), Ids.next());
		assertThat(read(LATEST).isMember()).isFalse();
		assertThat(read(LATEST).messages()).isEmpty();
	}

	@Test
	void contentIsReadAgainAfterFiveMinutes() {
		fill(1, 2, 3);
		this.redis.opsForHash()
			.put(key(), "filled", Long.toString(System.currentTimeMillis() - Duration.ofMinutes(6).toMillis()));
		assertThat(read(LATEST).messages()).isEmpty();
		assertThat(read(LATEST).isMember()).isFalse();
		assertThat(this.redis.getExpire(key())).isPositive();
	}

	@Test
	void deniedPersonIsKnownAsStrangerUntilTheyReturn() {
		changed(RecentEffect.deny("alice"));
		assertThat(read(LATEST).isStranger()).isTrue();
		changed(RecentEffect.forget("alice"));
		assertThat(read(LATEST).isStranger()).isFalse();
		fill(1);
		changed(RecentEffect.close());
		assertThat(read(LATEST).isStranger()).isTrue();
		assertThat(read(LATEST).isMember()).isFalse();
	}

	@Test
	void acceptedMessagesAreBoundedAndSettled() {
		var ids = Collections.nCopies(RecentEntries.MESSAGES + 1, "").stream().map((_) -> Ids.next()).toList();
		for (var id : ids) {
			this.entries.accept(this.subject, id, id);
		}
		var accepted = this.entries.accepted(this.subject);
		assertThat(accepted.isComplete()).isFalse();
		assertThat(accepted.messages()).isEqualTo(ids.subList(1, ids.size()));
		changed(RecentEffect.settle(ids.getLast()));
		assertThat(this.entries.accepted(this.subject).messages()).doesNotContain(ids.getLast());
	}

	private void fill(long... seqs) {
		var entry = read(LATEST);
		var messages = new LinkedHashMap<Long, String>();
		for (int i = seqs.length - 1; i >= 0; i--) {
			messages.put(seqs[i], Long.toString(seqs[i]));
		}
		this.entries.fillMember(entry, "alice", "-");
		this.entries.fillMessages(entry, messages);
		assertThat(read(LATEST).isMember()).isTrue();
	}

	private RecentEntry read(RecentRange range) {
		return this.entries.read(this.subject, "alice", range);
	}

	private String begun() {
		var token = Ids.next();
		this.entries.confirm(this.entries.begin(this.subject, token));
		return token;
	}

	private void changed(RecentEffect effect) {
		this.entries.end(this.subject, begun(), effect);
		assertThat(this.entries.read(List.of(this.subject))).hasSize(1);
	}

	private String key() {
		return this.prefix + "recent:" + this.subject;
	}

}
