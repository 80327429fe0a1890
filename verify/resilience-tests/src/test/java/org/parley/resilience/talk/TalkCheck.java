package org.parley.resilience.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;

/**
 * Compares what people have said in a conversation with what is stored: each message
 * once, numbers without gaps, and a message that was answered before another one was sent
 * has a lower number.
 */
final class TalkCheck {

	private TalkCheck() {
	}

	static List<LedgerFinding> findings(List<SpokenMessage> spoken, List<StoredMessage> stored) {
		var findings = new ArrayList<LedgerFinding>();
		var byMark = stored.stream().collect(Collectors.groupingBy(StoredMessage::mark));
		spoken.stream()
			.filter((message) -> !byMark.containsKey(message.mark()))
			.forEach((lost) -> findings.add(new LedgerFinding(Fault.LOST, "Message %s is not stored".formatted(lost))));
		byMark.values()
			.stream()
			.filter((same) -> same.size() > 1)
			.forEach((same) -> findings
				.add(new LedgerFinding(Fault.TWICE, "Stored more than once: %s".formatted(same))));
		var numbers = stored.stream().map(StoredMessage::seq).sorted().toList();
		for (int i = 0; i < numbers.size(); i++) {
			if (numbers.get(i) != i + 1) {
				findings.add(new LedgerFinding(Fault.OUT_OF_ORDER, "The numbers have a gap before " + numbers.get(i)));
				break;
			}
		}
		findings.addAll(disorder(spoken.stream().filter((message) -> byMark.containsKey(message.mark())).toList(),
				stored.stream().collect(Collectors.toMap(StoredMessage::mark, StoredMessage::seq, Math::min))));
		return findings;
	}

	/**
	 * In the order of numbers, no message was answered before an earlier one was sent.
	 */
	private static List<LedgerFinding> disorder(List<SpokenMessage> spoken, Map<String, Long> numbers) {
		var byNumber = spoken.stream()
			.sorted(Comparator.comparing((SpokenMessage message) -> numbers.getOrDefault(message.mark(), 0L)))
			.toList();
		var findings = new ArrayList<LedgerFinding>();
		for (int i = 0; i < byNumber.size(); i++) {
			for (int j = i + 1; j < byNumber.size(); j++) {
				if (byNumber.get(j).answered().isBefore(byNumber.get(i).sent())) {
					findings.add(new LedgerFinding(Fault.OUT_OF_ORDER,
							"%s has a lower number than %s".formatted(byNumber.get(i), byNumber.get(j))));
				}
			}
		}
		return findings;
	}

}
