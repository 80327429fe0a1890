package org.parley.moderation.appeal;

import java.time.InstantSource;
import java.util.function.Supplier;

import org.parley.contracts.moderation.AppealFiled;
import org.parley.moderation.statement.Appeal;
import org.parley.moderation.statement.AppealSettings;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.statement.StatementRefusedException;
import org.parley.moderation.statement.Statements;
import org.parley.moderation.statement.token.AppealToken;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Files the only appeal of an author against a decision. */
@Component
class FileAppeal {

	private final Statements statements;

	private final AppealSettings settings;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	FileAppeal(Statements statements, AppealSettings settings, UnitOfWork unitOfWork,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.statements = statements;
		this.settings = settings;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.clock = clock;
	}

	Statement file(String statementId, String authorId, String text) {
		return file(
				() -> this.statements.findOwn(statementId, authorId).orElseThrow(StatementRefusedException::notFound),
				text);
	}

	/** Files the appeal of an author who is banned and has a token. */
	Statement fileByToken(AppealToken token, String text) {
		return file(() -> this.statements.findByToken(token, this.clock.instant())
			.orElseThrow(StatementRefusedException::linkInvalid), text);
	}

	private Statement file(Supplier<Statement> appealed, String text) {
		return this.unitOfWork.run(() -> {
			var statement = appealed.get();
			var filed = statement.fileAppeal(text, this.clock.instant(), this.settings.answerWithin());
			this.statements.update(statement);
			this.publisher.publishEvent(event(statement, filed));
			return statement;
		});
	}

	private static AppealFiled event(Statement statement, Appeal filed) {
		var content = statement.grounds().reference();
		return new AppealFiled(content.type("appeal.filed"), filed.id(), statement.id(), statement.caseId(), content,
				filed.answerBy(), filed.filedAt());
	}

}
