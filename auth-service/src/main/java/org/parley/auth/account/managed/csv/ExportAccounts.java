package org.parley.auth.account.managed.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Writes all accounts as CSV, oldest first, and audits the export. */
@Component
class ExportAccounts {

	static final List<String> COLUMNS = List.of("id", "username", "name", "email", "verified", "role", "status",
			"created_at");

	private static final Limit BATCH = Limit.of(500);

	private final Users users;

	private final Audit audit;

	ExportAccounts(Users users, Audit audit) {
		this.users = users;
		this.audit = audit;
	}

	void export(Writer csv, Caller admin, ClientDevice clientDevice) throws IOException {
		this.audit.record(AuditAction.ACCOUNTS_EXPORTED, admin.id(), null, clientDevice);
		csv.write(String.join(",", COLUMNS) + "\r\n");
		for (var batch = after(""); !batch.isEmpty(); batch = after(batch.getLast().id())) {
			for (var user : batch) {
				csv.write(line(user) + "\r\n");
			}
		}
	}

	private List<User> after(String id) {
		return this.users.findByIdGreaterThanOrderById(id, BATCH);
	}

	private static String line(User user) {
		return Stream
			.of(user.id(), user.username(), user.profile().displayName(), user.email(),
					String.valueOf(user.isEmailVerified()), user.role().text(), user.standing(),
					user.createdAt().toString())
			.map(CsvCell::write)
			.collect(Collectors.joining(","));
	}

}
