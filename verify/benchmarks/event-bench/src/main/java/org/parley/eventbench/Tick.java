package org.parley.eventbench;

import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.mapping.Document;

/** A minimal aggregate with the size of an average post. */
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

	/** Creates a tick in a lane, whose events are consumed in order. */
	static Tick createIn(String lane) {
		var tick = new Tick(Ids.next(), lane, CONTENT);
		tick.registerEvent(new TickEvent(tick.id, tick.lane, tick.content));
		return tick;
	}

}
