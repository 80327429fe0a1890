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
		this.mongo.dropCollection(Damson.class);
		this.mongo.createCollection(Damson.class,
				(options) -> options.validator(Validator.document(new Document("weight", new Document("$gt", 0)))));
		this.mongo.insert(new Damson("stored", 1));
	}

	@Test
	void storedRecordStaysAndOthersAreInsertedWithOneCommand() {
		var sent = this.commands
			.during(() -> insertMissing(new Damson("a", 2), new Damson("stored", 2), new Damson("b", 2)));
		assertThat(sent).extracting(BsonDocument::getFirstKey).containsExactly("insert");
		assertThat(this.mongo.findAll(Damson.class)).containsExactlyInAnyOrder(new Damson("stored", 1),
				new Damson("a", 2), new Damson("b", 2));
	}

	@Test
	void refusedRecordFailsAndOthersAreInserted() {
		assertThatExceptionOfType(BulkOperationException.class)
			.isThrownBy(() -> insertMissing(new Damson("stored", 2), new Damson("weightless", 0), new Damson("a", 2)));
		assertThat(this.mongo.findAll(Damson.class)).containsExactlyInAnyOrder(new Damson("stored", 1),
				new Damson("a", 2));
	}

	@Test
	void noRecordsAreNoCommand() {
		assertThat(this.commands.during(this::insertMissing)).isEmpty();
	}

	@Test
	void insertWithinTransactionIsRefused() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.unitOfWork.run(() -> {
			insertMissing(new Damson("a", 2));
			return true;
		}));
		assertThat(this.mongo.findAll(Damson.class)).containsExactly(new Damson("stored", 1));
	}

	private void insertMissing(Damson... damsons) {
		IdempotentInsert.insertMissing(this.mongo, List.of(damsons), Damson.class);
	}

	record Damson(@Id String id, int weight) {
	}

}
