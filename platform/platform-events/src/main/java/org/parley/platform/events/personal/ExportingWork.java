package org.parley.platform.events.personal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.secret.Sealing;
import org.parley.platform.web.Origin;
import org.parley.platform.web.transaction.UnitOfWork;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells copies in sealed parts, as large as one thing at least, and not much larger than
 * {@link #LARGE}. A part and the note of it are one transaction: each is told once.
 */
class ExportingWork implements ClusterLoop.Work {

	private static final String READER = "auth-service";

	private static final Duration POLL = Duration.ofSeconds(5);

	private static final int PAGE = 100;

	/** In characters of JSON. */
	private static final int LARGE = 48_000;

	private final Exports exports;

	private final Kinds kinds;

	private final ApplicationEventPublisher events;

	private final Sealing sealing;

	private final JsonMapper json;

	private final UnitOfWork work;

	ExportingWork(Exports exports, Kinds kinds, ApplicationEventPublisher events, Sealing sealing, JsonMapper json,
			UnitOfWork work) {
		this.exports = exports;
		this.kinds = kinds;
		this.events = events;
		this.sealing = sealing;
		this.json = json;
		this.work = work;
	}

	@Override
	public Duration poll() {
		return POLL;
	}

	@Override
	public boolean waits() {
		return this.exports.isAnyDue();
	}

	@Override
	public boolean doBatch() {
		return this.work.run(() -> this.exports.oldest().map(this::step).orElse(false));
	}

	private boolean step(Export export) {
		try (var _ = Origin.of(export.correlationId(), null).open()) {
			if (export.isAtEnd()) {
				this.events.publishEvent(new ExportPart(export.exportId(), export.person(), export.number(), null));
				return this.exports.advance(export, export.done());
			}
			var kind = export.kinds().getFirst();
			var page = this.kinds.find(kind)
				.map((data) -> data.show(export.person(), export.after(), PAGE))
				.orElse(List.of());
			return this.exports.advance(export, page.isEmpty() ? export.next() : tell(export, kind, page));
		}
	}

	private Export tell(Export export, String kind, List<PersonalData.Piece> page) {
		var items = new ArrayList<Map<String, ?>>();
		var size = 0;
		for (var piece : page) {
			size += this.json.writeValueAsString(piece.value()).length();
			if (size > LARGE && !items.isEmpty()) {
				break;
			}
			items.add(piece.value());
		}
		var content = this.json.writeValueAsString(Map.of("kind", kind, "items", items));
		this.events.publishEvent(new ExportPart(export.exportId(), export.person(), export.number(),
				this.sealing.seal(READER, content)));
		return export.told(page.get(items.size() - 1).place());
	}

}
