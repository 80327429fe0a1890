package org.parley.webhook.delivery;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.privacy.PersonalData;
import org.parley.platform.privacy.PeopleInJson;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Personal data in deliveries. Erasure removes those of the person's own texts, which may
 * have been deleted since. It can change the payload of the others while they are open,
 * since each attempt is signed when it is sent.
 */
@Component
class DeliveryData implements PersonalData {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String PEOPLE = "message.people";

	private final MongoOperations mongo;

	DeliveryData(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public String kind() {
		return "deliveries";
	}

	@Override
	public List<Piece> show(String person, @Nullable String after, int limit) {
		return List.of();
	}

	@Override
	public Step erase(String person, @Nullable String after, int limit) {
		var named = Criteria.where(PEOPLE).is(person);
		var place = (after != null) ? named.and("_id").gt(after) : named;
		var found = this.mongo.find(new Query(place).with(Sort.by("_id")).limit(Limit.of(limit)),
				WebhookDelivery.class);
		found.forEach((webhookDelivery) -> erase(webhookDelivery, person));
		return (found.size() < limit) ? Step.end(found.size()) : new Step(found.size(), found.getLast().id());
	}

	private void erase(WebhookDelivery webhookDelivery, String person) {
		var about = webhookDelivery.message().about();
		if (about.content() && about.authors().contains(person)) {
			this.mongo.remove(webhookDelivery);
			return;
		}
		var payload = JSON.readTree(webhookDelivery.message().payload());
		PeopleInJson.rename(payload, Set.of(person));
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(webhookDelivery.id())),
				Update.update("message.payload", payload.toString()).pull(PEOPLE, person), WebhookDelivery.class);
	}

}
