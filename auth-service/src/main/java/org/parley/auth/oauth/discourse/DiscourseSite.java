package org.parley.auth.oauth.discourse;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Another program that signs people in here.
 *
 * @param address origin of all addresses to which people return, or the only one
 * @param sealedSecret that both sides know, encrypted
 */
@Document("discourse_sites")
@CompoundIndex(def = "{'address': 1}", unique = true)
record DiscourseSite(@Id String id, String name, String address, String sealedSecret, Instant createdAt) {

	/** How many there may be. */
	static final int MAXIMUM = 50;

	@Override
	public String toString() {
		return "DiscourseSite[%s, %s]".formatted(this.id, this.address);
	}

}
