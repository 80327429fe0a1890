package org.parley.launcher.crowd;

import java.util.function.Function;
import java.util.function.Predicate;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.Person;
import org.parley.launcher.ledger.Effect;
import org.parley.launcher.ledger.Kind;

/**
 * Changes a thread on condition that nobody else has: so a repeat that comes after the
 * change was made is refused, and what the thread is then says whose change it was.
 */
record Changing(Insisting insisting) {

	private static final int PRECONDITION_FAILED = 412;

	void change(Topic topic, Member member, Gateway door, Kind kind, String mark, Step step) {
		var wish = new Wish(kind, mark, topic.id(), () -> attempt(topic, member, door, step),
				(answer) -> new Effect(step.event(), topic.id(), version(answer)));
		this.insisting.on(wish)
			.filter((answer) -> answer.status() < 300)
			.ifPresent((answer) -> topic.is(version(answer)));
	}

	private static Answer attempt(Topic topic, Member member, Gateway door, Step step) {
		var condition = "\"%d.\"".formatted(topic.version());
		var answer = member.ask(door, (person) -> step.asking().apply(person.with("If-Match", condition)));
		if (answer.status() != PRECONDITION_FAILED) {
			return answer;
		}
		var now = member.ask(door, (person) -> person.get("/threads/" + topic.id())).is(200);
		if (!step.done().test(now)) {
			topic.is(version(now));
		}
		return now.expect(step.done().test(now), "the change to be the one that was asked for");
	}

	private static long version(Answer answer) {
		return answer.at("/data/version").asLong(0);
	}

	/**
	 * What shall become of a thread.
	 *
	 * @param event that tells of it
	 * @param asking for it
	 * @param done whether the thread is so
	 */
	record Step(String event, Function<Person, Answer> asking, Predicate<Answer> done) {
	}

}
