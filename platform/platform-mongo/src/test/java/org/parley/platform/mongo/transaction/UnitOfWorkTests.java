package org.parley.platform.mongo.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.mongo.database.DatabaseSilence;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UnitOfWorkTests {

	private final List<String> log = new ArrayList<>();

	private final UnitOfWork unitOfWork = new UnitOfWork(new LoggedTransactions(), () -> this.silent);

	private final Consumer<List<String>> step = new LoggedStep();

	private boolean silent;

	@AfterEach
	void endRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void lastStepHandlesAllItemsBeforeTheCommit() {
		this.unitOfWork.run(() -> {
			this.unitOfWork.atEnd("a", this.step);
			this.log.add("change");
			return this.unitOfWork.run(() -> {
				this.unitOfWork.atEnd("b", this.step);
				return true;
			});
		});
		assertThat(this.log).containsExactly("begin", "change", "step [a, b]", "commit");
	}

	@Test
	void twentyItemsAreHandledBeforeTheEnd() {
		var sizes = new ArrayList<Integer>();
		Consumer<List<Integer>> sized = (items) -> sizes.add(items.size());
		this.unitOfWork.run(() -> {
			for (int i = 0; i < 45; i++) {
				this.unitOfWork.atEnd(i, sized);
			}
			assertThat(sizes).containsExactly(20, 20);
		});
		assertThat(sizes).containsExactly(20, 20, 5);
	}

	@Test
	void stepMayAddItemsForAnother() {
		this.unitOfWork.run(() -> this.unitOfWork.atEnd("a",
				(List<String> items) -> this.unitOfWork.atEnd("later " + items, this.step)));
		assertThat(this.log).containsExactly("begin", "step [later [a]]", "commit");
	}

	@Test
	void failedStepRollsBack() {
		assertThatIllegalStateException().isThrownBy(() -> this.unitOfWork.run(() -> {
			this.unitOfWork.atEnd("a", (List<String> _) -> {
				throw new IllegalStateException("step");
			});
			return true;
		}));
		assertThat(this.log).containsExactly("begin", "rollback");
	}

	@Test
	void repeatedChangeBeginsWithoutItems() {
		this.unitOfWork.run(() -> {
			this.unitOfWork.atEnd("a", this.step);
			if (this.log.size() == 1) {
				throw new OptimisticLockingFailureException("first attempt");
			}
		});
		assertThat(this.log).containsExactly("begin", "rollback", "begin", "step [a]", "commit");
	}

	@Test
	void slowTransactionOfRequestIsRepeated() {
		beginRequest();
		assertThat(this.unitOfWork.run(() -> slow(this.log.size() < 5))).isTrue();
		assertThat(this.log).containsExactly("begin", "rollback", "begin", "rollback", "begin", "commit");
		assertThat(DatabaseSilence.isNoted()).isFalse();
	}

	@Test
	void transactionThatIsAlwaysSlowFailsWithoutSilence() {
		beginRequest();
		assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> this.unitOfWork.run(() -> slow(true)));
		assertThat(this.log).containsOnly("begin", "rollback").hasSize(6);
		assertThat(DatabaseSilence.isNoted()).isFalse();
	}

	@Test
	void transactionInSilenceIsNotRepeated() {
		beginRequest();
		this.silent = true;
		assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> this.unitOfWork.run(() -> slow(true)));
		assertThat(this.log).containsExactly("begin", "rollback");
		assertThat(DatabaseSilence.isNoted()).isTrue();
	}

	@Test
	void requestThatKnowsOfSilenceDoesNotAskAgain() {
		beginRequest();
		DatabaseSilence.note(new MongoTimeoutException("silent"));
		assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(() -> this.unitOfWork.run(() -> slow(true)));
		assertThat(this.log).containsExactly("begin", "rollback");
	}

	@Test
	void commitWithUnknownResultIsNotRepeated() {
		beginRequest();
		assertThatExceptionOfType(TransactionSystemException.class).isThrownBy(() -> this.unitOfWork.run(() -> {
			var failure = new TransactionSystemException("unknown", new MongoTimeoutException("slow"));
			DatabaseSilence.note(failure);
			throw failure;
		}));
		assertThat(this.log).containsExactly("begin", "rollback");
	}

	@Test
	void slowTransactionOfListenerIsRepeated() {
		assertThat(this.unitOfWork.run(() -> slow(this.log.size() < 3))).isTrue();
		assertThat(this.log).containsExactly("begin", "rollback", "begin", "commit");
	}

	private static void beginRequest() {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
	}

	/** A change that perhaps fails as an operation does that took too long. */
	private static boolean slow(boolean isTooLong) {
		if (isTooLong) {
			var failure = new MongoTimeoutException("slow");
			DatabaseSilence.note(failure);
			throw failure;
		}
		return true;
	}

	@Test
	void itemWithoutTransactionIsHandledAtOnce() {
		this.unitOfWork.atEnd("a", this.step);
		assertThat(this.log).containsExactly("step [a]");
	}

	@Test
	void itemOutsideOfTheTransactionIsHandledAtOnce() {
		this.unitOfWork.run(() -> this.unitOfWork.outside(() -> {
			this.unitOfWork.atEnd("a", this.step);
			this.log.add("outside");
			return true;
		}));
		assertThat(this.log).containsExactly("begin", "step [a]", "outside", "commit");
	}

	@Test
	void lastStepsFollowRepeatableChangesWithoutTransaction() {
		this.unitOfWork.runWithLastSteps(() -> {
			this.unitOfWork.atEnd("a", this.step);
			this.unitOfWork.atEnd("b", this.step);
			this.log.add("change");
			return true;
		});
		assertThat(this.log).containsExactly("change", "step [a, b]");
	}

	@Test
	void effectFollowsTheStepsOfEarlierItems() {
		this.unitOfWork.runWithLastSteps(() -> {
			this.unitOfWork.atEnd(() -> this.log.add("first effect"));
			this.unitOfWork.atEnd("a", this.step);
			this.unitOfWork.atEnd(() -> this.log.add("second effect"));
			return true;
		});
		assertThat(this.log).containsExactly("first effect", "step [a]", "second effect");
	}

	@Test
	void transactionWithinRepeatableChangesHasLastStepsOfItsOwn() {
		this.unitOfWork.runWithLastSteps(() -> {
			this.unitOfWork.atEnd("a", this.step);
			this.unitOfWork.run(() -> this.unitOfWork.atEnd("b", this.step));
			this.unitOfWork.atEnd("c", this.step);
			return true;
		});
		assertThat(this.log).containsExactly("begin", "step [b]", "commit", "step [a, c]");
	}

	private final class LoggedStep implements Consumer<List<String>> {

		@Override
		public void accept(List<String> items) {
			UnitOfWorkTests.this.log.add("step " + items);
		}

	}

	/** Notes the ends of transactions, which can be suspended. */
	private final class LoggedTransactions extends AbstractPlatformTransactionManager {

		private boolean active;

		@Override
		protected Object doGetTransaction() {
			return this;
		}

		@Override
		protected boolean isExistingTransaction(Object transaction) {
			return this.active;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			this.active = true;
			UnitOfWorkTests.this.log.add("begin");
		}

		@Override
		protected Object doSuspend(Object transaction) {
			this.active = false;
			return transaction;
		}

		@Override
		protected void doResume(@Nullable Object transaction, Object suspended) {
			this.active = true;
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			this.active = false;
			UnitOfWorkTests.this.log.add("commit");
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			this.active = false;
			UnitOfWorkTests.this.log.add("rollback");
		}

		@Override
		protected void doCleanupAfterCompletion(Object transaction) {
			DatabaseSilence.endTransaction();
		}

	}

}
