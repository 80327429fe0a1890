package org.parley.platform.privacy.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.parley.contracts.privacy.ExportPart;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.PersonalData;
import org.parley.platform.privacy.PersonalDataKinds;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes exports in encrypted parts of about {@link #LARGE} characters, with at least
 * one item each. A part and its progress share a transaction, so each part is published
 * once. Exports advance in turn; one that fails is postponed, so that it does not delay
 * others.
 */
public class ExportWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(ExportWorker.class);

	private static final Duration RETRY_DELAY = Duration.ofMinutes(5);

	private static final String READER = "auth-service";

	private static final int PAGE = 100;

	/** Measured in characters of JSON. */
	private static final int LARGE = 48_000;

	private final LocalExports localExports;

	private final PersonalDataKinds personalDataKinds;

	private final ApplicationEventPublisher events;

	private final EventSecretCipher eventSecretCipher;

	private final JsonMapper json;

	private final UnitOfWork work;

	public ExportWorker(LocalExports localExports, PersonalDataKinds personalDataKinds,
			ApplicationEventPublisher events, EventSecretCipher eventSecretCipher, JsonMapper json, UnitOfWork work) {
		this.localExports = localExports;
		this.personalDataKinds = personalDataKinds;
		this.events = events;
		this.eventSecretCipher = eventSecretCipher;
		this.json = json;
		this.work = work;
	}

	@Override
	public boolean waits() {
		return this.localExports.isAnyDue();
	}

	@Override
	public boolean doBatch() {
		return this.localExports.findNextDue().map(this::continueOrPostpone).orElse(false);
	}

	private boolean continueOrPostpone(LocalExport localExport) {
		try {
			return this.work.run(() -> step(localExport));
		}
		catch (RuntimeException ex) {
			log.atError()
				.addKeyValue("export", localExport.exportId())
				.setCause(ex)
				.log("A step of an export failed; it is postponed");
			return this.localExports.postpone(localExport, RETRY_DELAY);
		}
	}

	private boolean step(LocalExport localExport) {
		try (var _ = RequestOrigin.of(localExport.correlationId(), null).open()) {
			if (localExport.isAtEnd()) {
				this.events.publishEvent(
						new ExportPart(localExport.exportId(), localExport.person(), localExport.number(), null));
				return this.localExports.advance(localExport, localExport.done());
			}
			var kind = localExport.kinds().getFirst();
			var page = this.personalDataKinds.find(kind)
				.map((data) -> data.show(localExport.person(), localExport.after(), PAGE))
				.orElse(List.of());
			return this.localExports.advance(localExport,
					page.isEmpty() ? localExport.next() : publishPart(localExport, kind, page));
		}
	}

	private LocalExport publishPart(LocalExport localExport, String kind, List<PersonalData.Piece> page) {
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
		this.events.publishEvent(new ExportPart(localExport.exportId(), localExport.person(), localExport.number(),
				this.eventSecretCipher.seal(READER, content)));
		return localExport.advance(page.get(items.size() - 1).place());
	}

}
