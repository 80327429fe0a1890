package org.parley.platform.mongo.transaction;

import java.util.List;

import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.validation.Validator;
import org.springframework.transaction.IllegalTransactionStateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdempotentInsertIT extends TransactionIT {

	@BeforeEach
	void createCollection() {
		this.mongo.dropCollection(Plum.class);
		this.mongo.createCollection(Plum.class,
				(options) -> options.validator(Validator.document(new Document("weight", new Document("$gt", 0)))));
		this.mongo.insert(new Plum("stored", 1));
	}

	@Test
	void storedRecordStaysAndOthersAreInsertedWithOneCommand() {
		var sent = this.commands.during(() -> insertMissing(new Plum("a", 2), new Plum("stored", 2), new Plum("b", 2)));
		assertThat(sent).extracting(BsonDocument::getFirstKey).containsExactly("insert");
		assertThat(this.mongo.findAll(Plum.class)).containsExactlyInAnyOrder(new Plum("stored", 1), new Plum("a", 2),
				new Plum("b", 2));
	}

	@Test
	void refusedRecordFailsAndOthersAreInserted() {
		assertThatExceptionOfType(BulkOperationException.class)
			.isThrownBy(() -> insertMissing(new Plum("stored", 2), new Plum("weightless", 0), new Plum("a", 2)));
		assertThat(this.mongo.findAll(Plum.class)).containsExactlyInAnyOrder(new Plum("stored", 1), new Plum("a", 2));
	}

	@Test
	void noRecordsAreNoCommand() {
		assertThat(this.commands.during(this::insertMissing)).isEmpty();
	}

	@Test
	void insertWithinTransactionIsRefused() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.unitOfWork.run(() -> {
			insertMissing(new Plum("a", 2));
			return true;
		}));
		assertThat(this.mongo.findAll(Plum.class)).containsExactly(new Plum("stored", 1));
	}

	private void insertMissing(Plum... plums) {
		IdempotentInsert.insertMissing(this.mongo, List.of(plums), Plum.class);
	}

	record Plum(@Id String id, int weight) {
	}

}
