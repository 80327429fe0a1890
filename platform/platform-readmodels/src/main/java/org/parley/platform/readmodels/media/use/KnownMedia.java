package org.parley.platform.readmodels.media.use;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.contracts.media.MediaPurpose;
import org.parley.contracts.media.MediaReady;
import org.parley.contracts.media.MediaReference;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.readmodels.media.MediaState;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The media that a service knows from events of media-service. All access is outside of
 * transactions, whose snapshot would hide what arrives meanwhile.
 */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class KnownMedia implements InitializingBean {

	/**
	 * How long a request waits for the event about a medium whose owner has just heard
	 * from media-service that it is ready.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** An upload is complete within an hour, so the event about an older one is here. */
	private static final Duration YOUNG = Duration.ofHours(2);

	/** Longer than an event is late. */
	private static final Duration TOMBSTONE = Duration.ofDays(30);

	private final MongoOperations mongo;

	private final MediaAddresses addresses;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	private final MediaArrivals arrivals = new MediaArrivals();

	KnownMedia(MongoOperations mongo, MediaAddresses addresses, ApplicationEventPublisher publisher,
			InstantSource clock) {
		this.mongo = mongo;
		this.addresses = addresses;
		this.publisher = publisher;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(KnownMedium.class)
			.createIndex(new Index("expireAt", Direction.ASC).expire(Duration.ZERO).named("expire"));
	}

	/**
	 * Requires that a person can use media for a purpose. It may wait a moment for an
	 * event, so call it before a transaction if possible.
	 * @param field the property of the request that names the media
	 * @throws RefusalException 422 {@code media.unavailable} if one belongs to another
	 * person, is not ready or is for another purpose
	 */
	public void requireUsable(Collection<String> ids, String personId, MediaPurpose purpose, String field) {
		if (ids.isEmpty()) {
			return;
		}
		var known = ids.stream().allMatch((id) -> Ids.timeOf(id).isPresent()) ? await(Set.copyOf(ids))
				: Map.<String, KnownMedium>of();
		for (var id : ids) {
			var medium = known.get(id);
			if (medium == null || !medium.isUsable(personId, purpose)) {
				throw unavailable(field, purpose);
			}
		}
	}

	/** Returns the given media that a person can use for a purpose. */
	public Set<String> usableAmong(Collection<String> ids, String personId, MediaPurpose purpose) {
		return find(Set.copyOf(ids)).values()
			.stream()
			.filter((medium) -> medium.isUsable(personId, purpose))
			.map(KnownMedium::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether it is known of all media that they are ready or cannot be used. */
	public boolean areKnown(Collection<String> ids) {
		return find(Set.copyOf(ids)).keySet().containsAll(ids);
	}

	/** The refusal of media that a person cannot use. */
	public static RefusalException unavailable(String field, MediaPurpose purpose) {
		return RefusalException.unprocessable(field, "media.unavailable",
				"must be your own ready media, uploaded for the purpose " + purpose.json());
	}

	/** Reads ready media for showing them, by one query. */
	public MediaGallery gallery(Collection<String> ids) {
		var ready = find(Set.copyOf(ids)).values()
			.stream()
			.filter(KnownMedium::isReady)
			.collect(Collectors.toUnmodifiableMap(KnownMedium::id, Function.identity()));
		return new MediaGallery(ready, this.addresses);
	}

	void saveReady(MediaReady event) {
		var medium = event.media();
		save(medium.id(), event.version(),
				new Update().set("ownerId", medium.ownerId())
					.set("purpose", medium.purpose())
					.set("state", MediaState.READY)
					.set("kind", medium.kind())
					.set("width", medium.width())
					.set("height", medium.height())
					.set("blurhash", medium.blurhash())
					.set("duration", medium.duration())
					.set("alt", medium.alt())
					.set("variants", medium.variants())
					.set("unsigned", Boolean.TRUE.equals(medium.unsigned()))
					.set("createdAt", medium.createdAt())
					.unset("expireAt"));
		this.publisher.publishEvent(new MediumReady(medium.id(), medium.ownerId()));
	}

	/** Keeps a tombstone, so that late events do not bring the medium back. */
	void saveGone(MediaState state, MediaReference medium, long version) {
		save(medium.id(), version,
				new Update().set("ownerId", medium.ownerId())
					.set("purpose", medium.purpose())
					.set("state", state)
					.set("expireAt", this.clock.instant().plus(TOMBSTONE))
					.unset("blurhash")
					.unset("duration")
					.unset("alt")
					.unset("variants"));
		this.publisher.publishEvent(new MediumGone(medium.id(), medium.ownerId()));
	}

	private void save(String id, long version, Update state) {
		VersionedUpsert.saveIfNewer(this.mongo, KnownMedium.class, id, version, state);
		this.arrivals.signal();
	}

	private Map<String, KnownMedium> await(Set<String> ids) {
		var end = System.nanoTime() + PATIENCE.toNanos();
		var known = find(ids);
		while (mayArrive(ids, known) && System.nanoTime() < end && this.arrivals.awaitNext()) {
			known = find(ids);
		}
		return known;
	}

	/** Whether nothing but a late event keeps the media from being used. */
	private boolean mayArrive(Set<String> ids, Map<String, KnownMedium> known) {
		var young = this.clock.instant().minus(YOUNG);
		var unknown = ids.stream().filter((id) -> !known.containsKey(id)).toList();
		return !unknown.isEmpty()
				&& unknown.stream().allMatch((id) -> Ids.timeOf(id).filter(young::isBefore).isPresent());
	}

	private Map<String, KnownMedium> find(Set<String> ids) {
		return ids.isEmpty() ? Map.of()
				: this.mongo.find(new Query(Criteria.where("_id").in(ids)), KnownMedium.class)
					.stream()
					.collect(Collectors.toUnmodifiableMap(KnownMedium::id, Function.identity()));
	}

}
