package org.parley.platform.mongo.transaction;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.model.Filters;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.transaction.IllegalTransactionStateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BatchedInsertsIT extends TransactionIT {

	@Autowired
	private BatchedInserts inserts;

	@BeforeEach
	void createCollections() {
		for (var collection : List.of("apple", "pear")) {
			this.mongo.getCollection(collection).deleteMany(new Document());
			this.mongo.getCollection(collection).insertOne(new Document("_id", "first"));
		}
	}

	@Test
	void insertsOfOneTransactionAreOneCommand() {
		var sent = this.commands.during(() -> insert(Apple.of("a", "x"), new Pear("p"), Apple.of("b", "x")));
		assertThat(sent).extracting(BsonDocument::getFirstKey).containsExactly("bulkWrite", "commitTransaction");
		assertThat(ids("apple")).containsExactlyInAnyOrder("first", "a", "b");
		assertThat(ids("pear")).containsExactlyInAnyOrder("first", "p");
	}

	@Test
	void databaseAssignsTimestamps() {
		insert(Apple.of("a", "x"));
		assertThat(this.mongo.findById("a", Apple.class)).extracting((apple) -> apple.at().getTime()).isNotEqualTo(0);
	}

	@Test
	void rollbackInsertsNothing() {
		assertThatIllegalStateException().isThrownBy(() -> this.unitOfWork.run(() -> {
			this.inserts.insert(Apple.of("a", "x"));
			throw new IllegalStateException("rolled back");
		}));
		insert(new Pear("p"));
		assertThat(ids("apple")).containsExactly("first");
	}

	@Test
	void duplicateRollsBackAll() {
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> insert(Apple.of("a", "x"), new Pear("first")));
		assertThat(ids("apple")).containsExactly("first");
	}

	@Test
	void suspendedTransactionKeepsItsInserts() {
		this.unitOfWork.run(() -> {
			this.inserts.insert(Apple.of("a", "x"));
			this.unitOfWork.outside(() -> {
				this.mongo.insert(new Pear("outside"));
				assertThat(ids("pear")).contains("outside");
				return true;
			});
			assertThat(ids("apple")).containsExactly("first");
			this.inserts.insert(new Pear("p"));
			return true;
		});
		assertThat(ids("apple")).contains("a");
		assertThat(ids("pear")).contains("p");
	}

	@Test
	void largeInsertsAreSentInParts() {
		var sent = this.commands.during(() -> insert(Apple.of("a", "x".repeat(7_000_000)),
				Apple.of("b", "x".repeat(7_000_000)), Apple.of("c", "x".repeat(7_000_000))));
		assertThat(sent).extracting(BsonDocument::getFirstKey)
			.containsExactly("bulkWrite", "bulkWrite", "bulkWrite", "commitTransaction");
		assertThat(ids("apple")).containsExactlyInAnyOrder("first", "a", "b", "c");
	}

	@Test
	void insertWithoutTransactionIsRefused() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.inserts.insert(new Pear("p")));
	}

	private void insert(Object... entities) {
		this.unitOfWork.run(() -> List.of(entities).forEach(this.inserts::insert));
	}

	private List<String> ids(String collection) {
		return this.unitOfWork.outside(() -> this.mongo.getCollection(collection)
			.find(Filters.exists("_id"))
			.map((found) -> found.getString("_id"))
			.into(new ArrayList<>()));
	}

	record Apple(@Id String id, String text, BsonTimestamp at) {

		static Apple of(String id, String text) {
			return new Apple(id, text, new BsonTimestamp(0, 0));
		}

	}

	record Pear(@Id String id) {
	}

}
