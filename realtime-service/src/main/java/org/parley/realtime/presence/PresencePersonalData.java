package org.parley.realtime.presence;

import java.util.LinkedHashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.privacy.PersonalCollections;
import org.parley.platform.privacy.PersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/** The preference of a person, and when the person was last seen. */
@Configuration(proxyBeanMethods = false)
class PresencePersonalData {

	private static final Logger log = LoggerFactory.getLogger(PresencePersonalData.class);

	@Bean
	PersonalCollections presencePreferenceData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.one("presence-preference", "presence_preferences").exporting("invisible").deleting();
		return data;
	}

	@Bean
	PersonalData presenceData(PresenceStore presenceStore) {
		return new StoredPresence(presenceStore);
	}

	/**
	 * Entries in Redis. An export does not wait for it. An erasure does: the time when a
	 * person was last seen would stay for weeks.
	 */
	private static final class StoredPresence implements PersonalData {

		private final PresenceStore presenceStore;

		private StoredPresence(PresenceStore presenceStore) {
			this.presenceStore = presenceStore;
		}

		@Override
		public String kind() {
			return "presence";
		}

		@Override
		public List<Piece> show(String person, @Nullable String after, int limit) {
			try {
				return (after != null) ? List.of()
						: this.presenceStore.find(List.of(person))
							.stream()
							.filter((presence) -> presence.since() != null)
							.map(StoredPresence::piece)
							.toList();
			}
			catch (DataAccessException ex) {
				log.atWarn().addKeyValue("cause", ex.toString()).log("Redis is unavailable; an export lacks presence");
				return List.of();
			}
		}

		@Override
		public Step erase(String person, @Nullable String after, int limit) {
			return Step.end(this.presenceStore.remove(person));
		}

		private static Piece piece(Presence presence) {
			var value = new LinkedHashMap<String, Object>();
			value.put("state", presence.state().json());
			value.put("since", String.valueOf(presence.since()));
			return new Piece(presence.id(), value);
		}

	}

}
