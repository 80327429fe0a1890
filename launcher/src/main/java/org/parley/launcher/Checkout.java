package org.parley.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

import org.parley.localstack.LocalStack;
import org.parley.localstack.Provisioning;
import org.parley.localstack.Secrets;
import org.parley.localstack.Tenant;
import org.parley.localstack.TenantServers;

/**
 * A checkout of the sources and everything that it keeps on this machine, which is all
 * under {@code .parley}: two checkouts side by side have nothing in common.
 *
 * @param root of the checkout
 */
public record Checkout(Path root) {

	/**
	 * Returns the one that {@code ./parley} was called in.
	 */
	public static Checkout here() {
		return new Checkout(Path.of(System.getProperty("parley.root", "")).toAbsolutePath().normalize());
	}

	Path state() {
		return this.root.resolve(".parley");
	}

	Path log(String name) {
		return state().resolve("log").resolve(name + ".log");
	}

	Application application(Part part) {
		return new Application(jar(part.service()), state().resolve("apps").resolve(part.name()), part.flags());
	}

	Path servers() {
		return state().resolve("servers");
	}

	LocalStack stack() {
		return LocalStack.in(servers());
	}

	Secrets secrets() {
		return Secrets.in(state().resolve("secrets"));
	}

	/**
	 * Who a service is in the servers.
	 */
	Tenant tenant(String service) {
		return Tenant.service(service, secrets().get("password-of-" + service));
	}

	/**
	 * Finds the servers as a service has them, for tools that work beside it.
	 */
	public TenantServers serversOf(String service) {
		try (var provisioning = new Provisioning(stack().start())) {
			return provisioning.provision(tenant(service));
		}
	}

	Ports ports() {
		return new Ports(state().resolve("ports"));
	}

	Daemon daemon(Part part) {
		return new Daemon(part.name(), new PidFile(state().resolve("run").resolve(part.name() + ".pid")),
				log(part.name()));
	}

	/**
	 * Finds what the build made of a module last.
	 */
	Path jar(String module) {
		var target = this.root.resolve(module).resolve("target").toFile();
		var jars = target.listFiles((folder, name) -> name.startsWith(module + "-") && name.endsWith(".jar"));
		return Stream.ofNullable(jars)
			.flatMap(Arrays::stream)
			.max(Comparator.comparingLong(File::lastModified))
			.orElseThrow(() -> new LauncherException("There is no jar in %s: ./parley up builds it.".formatted(target)))
			.toPath();
	}

}
