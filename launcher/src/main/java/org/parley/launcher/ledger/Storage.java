package org.parley.launcher.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Finding.Fault;

/**
 * Compares with the databases: what was accepted is there once, what was refused is not,
 * and what counts has counted each once.
 *
 * @param entries of the ledger
 * @param stored what the databases hold
 */
record Storage(List<Entry> entries, Stored stored) {

	private static final List<Kind> MARKED = List.of(Kind.START, Kind.REPLY, Kind.REGISTRATION);

	private static final List<Kind> COUNTED = List.of(Kind.EDIT, Kind.LOCK, Kind.UNLOCK);

	Stream<Finding> findings() {
		return Stream.of(marks(), versions(), replies()).flatMap((findings) -> findings);
	}

	private Stream<Finding> marks() {
		return this.entries.stream().filter((entry) -> MARKED.contains(entry.kind())).flatMap((entry) -> {
			var found = this.stored.marks().getOrDefault(entry.mark(), 0);
			return switch (entry.outcome()) {
				case ACCEPTED -> differences(1, found, "%s %s is stored".formatted(entry.kind(), entry.mark()));
				case REFUSED ->
					differences(0, found, "%s %s was refused and is stored".formatted(entry.kind(), entry.mark()));
				case UNKNOWN -> differences(Math.min(found, 1), found,
						"%s %s was never answered and is stored".formatted(entry.kind(), entry.mark()));
			};
		});
	}

	/** Each accepted change of a thread has made its version one higher. */
	private Stream<Finding> versions() {
		var open = unanswered(COUNTED);
		return accepted(COUNTED).entrySet()
			.stream()
			.flatMap((thread) -> differences(thread.getValue(),
					within(thread.getValue(), open.getOrDefault(thread.getKey(), 0L),
							this.stored.versions().getOrDefault(thread.getKey(), 0L)),
					"Thread %s was changed".formatted(thread.getKey())));
	}

	/** Each accepted reply is in the thread's counter, which is folded from events. */
	private Stream<Finding> replies() {
		var open = unanswered(List.of(Kind.REPLY));
		return accepted(List.of(Kind.REPLY)).entrySet()
			.stream()
			.flatMap((thread) -> differences(thread.getValue(),
					within(thread.getValue(), open.getOrDefault(thread.getKey(), 0L),
							this.stored.replies().getOrDefault(thread.getKey(), 0)),
					"Replies to thread %s are counted".formatted(thread.getKey())));
	}

	/** Up to as many more as were never answered are as good as none. */
	private static long within(long expected, long open, long found) {
		return (found > expected && found <= expected + open) ? expected : found;
	}

	private Map<String, Long> accepted(List<Kind> kinds) {
		return count(kinds, Outcome.ACCEPTED);
	}

	private Map<String, Long> unanswered(List<Kind> kinds) {
		return count(kinds, Outcome.UNKNOWN);
	}

	private Map<String, Long> count(List<Kind> kinds, Outcome outcome) {
		return this.entries.stream()
			.filter((entry) -> kinds.contains(entry.kind()) && entry.outcome() == outcome)
			.collect(Collectors.groupingBy(Entry::key, Collectors.counting()));
	}

	/** One finding for each that is missing or too many. */
	static Stream<Finding> differences(long expected, long found, String what) {
		var fault = (found < expected) ? Fault.LOST : Fault.TWICE;
		return IntStream.range(0, (int) Math.abs(found - expected))
			.mapToObj((_) -> new Finding(fault, "%s %d times instead of %d".formatted(what, found, expected)));
	}

}
