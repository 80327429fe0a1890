package org.parley.eventbench;

import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.mapping.Document;

/** The least that a service can save and tell of, as long as a post usually is. */
@Document("ticks")
class Tick extends AbstractAggregateRoot<Tick> {

	private static final String CONTENT = "Nothing happens here, and it does so at a steady rate. ".repeat(10);

	@Id
	private final String id;

	private final String lane;

	private final String content;

	Tick(String id, String lane, String content) {
		this.id = id;
		this.lane = lane;
		this.content = content;
	}

	/** A new one in a lane; those of one lane are heard in their order. */
	static Tick in(String lane) {
		var tick = new Tick(Ids.next(), lane, CONTENT);
		tick.registerEvent(new TickEvent(tick.id, tick.lane, tick.content));
		return tick;
	}

}
