package org.parley.platform.mongo.database;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.LocalStackTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A database that accepts connections and says nothing. The driver would notice it after
 * an hour, so only the time limits of operations end a test.
 */
@SpringBootTest(classes = SilentDatabaseIT.Application.class,
		properties = { "parley.database.silence=1h", "parley.database.request=250ms" })
@LocalStackTest
@Timeout(60)
class SilentDatabaseIT {

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private HeldConnections connections;

	@BeforeEach
	void prepare() {
		beginRequest();
		this.mongo.getCollection("pear").deleteMany(new Document());
	}

	private void beginRequest() {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
	}

	@AfterEach
	void endRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void operationOfRequestEnds() {
		this.connections.holdDuring(() -> assertThat(outcome(() -> this.mongo.count(new Query(), "pear"))).isTrue());
		beginRequest();
		assertThat(this.mongo.getCollection("pear").countDocuments()).isZero();
	}

	@Test
	void transactionOfRequestEndsAndChangesNothing() {
		var ended = catchThrowable(() -> this.unitOfWork.run(() -> {
			insert("open");
			this.connections.holdDuring(() -> insert("held"));
			return true;
		}));
		assertThat(DatabaseFailure.of(ended).isOutage()).isTrue();
		beginRequest();
		assertThat(this.mongo.getCollection("pear").countDocuments()).isZero();
	}

	@Test
	void transactionThatWasOnlySlowSucceeds() {
		var attempts = new AtomicInteger();
		assertThat(this.unitOfWork.run(() -> {
			insert("open");
			if (attempts.incrementAndGet() == 1) {
				this.connections.holdDuring(() -> insert("held"));
			}
			return insert("later");
		})).isTrue();
		assertThat(attempts).hasValue(2);
		assertThat(this.mongo.getCollection("pear").countDocuments()).isEqualTo(2);
	}

	@Test
	void transactionThatBeginsInSilenceEnds() {
		var ended = catchThrowable(() -> this.connections.holdDuring(() -> this.unitOfWork.run(() -> insert("held"))));
		assertThat(DatabaseFailure.of(ended).isOutage()).isTrue();
		beginRequest();
		assertThat(insert("later")).isTrue();
	}

	@Test
	void requestIsNotKeptWaitingTwice() {
		this.connections.holdDuring(() -> assertThat(outcome(() -> insert("first"))).isTrue());
		assertThat(outcome(() -> insert("second"))).isTrue();
		assertThat(outcome(() -> this.unitOfWork.run(() -> insert("third")))).isTrue();
		beginRequest();
		assertThat(outcome(() -> insert("fourth"))).isFalse();
	}

	@Test
	void jobAsksAgain() {
		RequestContextHolder.resetRequestAttributes();
		var ended = catchThrowable(() -> this.unitOfWork.run(() -> {
			throw new MongoTimeoutException("silent");
		}));
		assertThat(DatabaseFailure.of(ended).isOutage()).isTrue();
		assertThat(this.unitOfWork.run(() -> insert("next"))).isTrue();
	}

	private boolean insert(String id) {
		this.mongo.insert(new Document("_id", id), "pear");
		return true;
	}

	/** Whether an operation ends as with a database that is away. */
	private static boolean outcome(Runnable operation) {
		return DatabaseFailure.of(catchThrowable(operation::run)).isOutage();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		HeldConnections connections(@Value("${spring.mongodb.uri}") String uri) {
			var host = new ConnectionString(uri).getHosts().getFirst();
			return new HeldConnections(new ServerAddress(host).getPort());
		}

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		MongoClientSettingsBuilderCustomizer throughProxy(HeldConnections connections) {
			return (settings) -> settings.applyToClusterSettings((cluster) -> cluster.requiredReplicaSetName(null)
				.mode(ClusterConnectionMode.SINGLE)
				.hosts(List.of(new ServerAddress("127.0.0.1", connections.port()))));
		}

	}

}
