package org.parley.localstack.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;

/**
 * Creates a MongoDB user per tenant, with permissions on the tenant's database only.
 */
final class MongoTenants implements AutoCloseable {

	private static final int USER_EXISTS = 51003;

	private static final int USER_UNKNOWN = 11;

	private static final Pattern URI = Pattern
		.compile("(mongodb(?:\\+srv)?://)(?:[^@/]*@)?([^/?]+)/?[^?]*(?:\\?(.*))?");

	private final String adminUri;

	private final MongoClient admin;

	MongoTenants(String adminUri) {
		this.adminUri = adminUri;
		this.admin = MongoClients.create(adminUri);
	}

	String provision(Tenant tenant) {
		var database = this.admin.getDatabase(tenant.name());
		try {
			database.runCommand(user("createUser", tenant));
		}
		catch (MongoCommandException ex) {
			if (ex.getErrorCode() != USER_EXISTS) {
				throw ex;
			}
			database.runCommand(user("updateUser", tenant));
		}
		return uri(tenant);
	}

	private static Document user(String command, Tenant tenant) {
		return new Document(command, tenant.name()).append("pwd", tenant.password())
			.append("roles", List.of("readWrite", "dbAdmin"));
	}

	private String uri(Tenant tenant) {
		var uri = URI.matcher(this.adminUri);
		if (!uri.matches()) {
			throw new IllegalArgumentException("Invalid MongoDB address");
		}
		var given = (uri.group(3) != null) ? uri.group(3) : "";
		var options = Stream
			.concat(Arrays.stream(given.split("&")).filter((option) -> !option.isEmpty() && !option.startsWith("auth")),
					Stream.of("authSource=" + tenant.name()))
			.collect(Collectors.joining("&"));
		return "%s%s:%s@%s/%s?%s".formatted(uri.group(1), tenant.name(), tenant.password(), uri.group(2), tenant.name(),
				options);
	}

	void drop(Tenant tenant) {
		var database = this.admin.getDatabase(tenant.name());
		database.drop();
		try {
			database.runCommand(new Document("dropUser", tenant.name()));
		}
		catch (MongoCommandException ex) {
			if (ex.getErrorCode() != USER_UNKNOWN) {
				throw ex;
			}
		}
	}

	@Override
	public void close() {
		this.admin.close();
	}

}
