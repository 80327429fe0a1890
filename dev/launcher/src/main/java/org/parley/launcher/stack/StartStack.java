package org.parley.launcher.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.Application;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.HostedProcess;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.OperatingSystemProcesses;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.Readiness;
import org.parley.localstack.Servers;
import org.parley.localstack.StackUnavailableException;
import org.parley.localstack.tenant.TenantProvisioner;
import org.parley.localstack.tenant.TenantServers;

/**
 * Starts servers and processes and waits until all are ready.
 */
public final class StartStack {

	private static final int LOG_LINES = 30;

	private final Checkout checkout;

	private final Map<String, Integer> ports;

	private final Environment environment;

	private final ProgressPrinter progressPrinter;

	private final RollbackStack rollbackStack;

	private final Map<String, ReentrantLock> preparations = new ConcurrentHashMap<>();

	public StartStack(Checkout checkout, Map<String, Integer> ports, ProgressPrinter progressPrinter,
			RollbackStack rollbackStack) {
		this.checkout = checkout;
		this.ports = ports;
		this.environment = new Environment(checkout, ports);
		this.progressPrinter = progressPrinter;
		this.rollbackStack = rollbackStack;
	}

	/**
	 * Starts the processes in the given order, as many in parallel as there are
	 * processors, because a start is CPU-bound.
	 * @throws LauncherException if a process did not become ready
	 */
	public void start(List<ProcessSpec> parts) throws InterruptedException {
		var tenants = CompletableFuture.supplyAsync(() -> startServers(parts), Thread::startVirtualThread);
		var hosted = parts.stream().filter(this.checkout.processes()::isHosted).toList();
		var apart = parts.stream().filter((part) -> !hosted.contains(part)).toList();
		try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
			var starts = new ExecutorCompletionService<List<ProcessSpec>>(workers);
			var tasks = new ArrayList<Callable<List<ProcessSpec>>>();
			if (!hosted.isEmpty()) {
				tasks.add(() -> startHosted(hosted, tenants));
			}
			apart.forEach((processSpec) -> tasks.add(() -> List.of(start(processSpec, tenants))));
			tasks.forEach(starts::submit);
			try {
				tenants.get();
				for (var awaited = tasks.size(); awaited > 0; awaited--) {
					starts.take().get();
				}
			}
			catch (ExecutionException ex) {
				throw failure(ex);
			}
			finally {
				workers.shutdownNow();
			}
		}
	}

	private static LauncherException failure(ExecutionException ex) {
		return switch (ex.getCause()) {
			case LauncherException known -> known;
			case StackUnavailableException unavailable -> new LauncherException(unavailable.getMessage());
			case null, default -> new LauncherException(String.valueOf(ex.getCause()));
		};
	}

	private Map<String, TenantServers> startServers(List<ProcessSpec> parts) {
		var task = this.progressPrinter.start("servers");
		var stack = this.checkout.stack();
		try {
			if (stack.status().stream().allMatch((server) -> server.state().equals("down"))) {
				this.rollbackStack.register(stack::stop);
			}
			var servers = stack.start();
			task.report("ready");
			return provision(servers, parts);
		}
		catch (InterruptedException ex) {
			throw new LauncherException("interrupted");
		}
	}

	private Map<String, TenantServers> provision(Servers servers, List<ProcessSpec> parts) {
		try (var provisioner = new TenantProvisioner(servers)) {
			return parts.stream()
				.filter(ProcessSpec::usesServers)
				.map(ProcessSpec::service)
				.distinct()
				.collect(Collectors.toMap((service) -> service,
						(service) -> provisioner.provision(this.checkout.tenant(service))));
		}
	}

	/** Starts services in the process of all, and the process if it does not run. */
	private List<ProcessSpec> startHosted(List<ProcessSpec> hosted,
			CompletableFuture<Map<String, TenantServers>> tenants) throws InterruptedException, ExecutionException {
		var daemon = this.checkout.daemon(ProcessSpec.TOGETHER);
		var services = ServicesClient.of(this.checkout);
		if (daemon.isAlive()) {
			hosted.forEach((part) -> {
				var task = this.progressPrinter.start(part.name());
				services.start(part.service());
				task.report("ready");
			});
			return hosted;
		}
		var program = this.checkout.hostedProcess();
		var started = new ArrayList<HostedProcess.HostedService>();
		for (var part : hosted) {
			var jar = program.add(part.service(), this.checkout.jar(part.service()));
			started.add(new HostedProcess.HostedService(part.service(), jar.toString(), environment(part, tenants)));
		}
		program.write(this.ports.getOrDefault(ProcessSpec.TOGETHER, 0), this.checkout.secrets().get("services-secret"),
				started);
		var process = this.rollbackStack.run(() -> daemon.start(program.command(), this.environment.ofHost()),
				() -> daemon.stop(5));
		awaitServices(services, daemon, process);
		return hosted;
	}

	/** Waits until each service runs or has failed; those that run are left alone. */
	private void awaitServices(ServicesClient services, Daemon daemon, Process process) throws InterruptedException {
		var progress = new StartProgress(daemon.log());
		var tasks = new HashMap<String, ProgressPrinter.Task>();
		var states = services.services();
		while (states.isEmpty() || !states.stream().allMatch(ServicesClient.ServiceState::isOver)) {
			pause(progress, daemon, process);
			states = services.services();
			report(states, tasks);
		}
		var failed = states.stream().filter((state) -> !state.isRunning()).toList();
		if (!failed.isEmpty()) {
			this.rollbackStack.commit();
			throw new LauncherException("The other services run. %s".formatted(failed.stream()
				.map((state) -> "%1$s did not start: %2$s%n  ./parley logs %1$s".formatted(state.name(),
						state.reason()))
				.collect(Collectors.joining("\n"))));
		}
	}

	private void report(List<ServicesClient.ServiceState> states, Map<String, ProgressPrinter.Task> tasks) {
		for (var state : states) {
			if (state.state().equals("STARTING")) {
				tasks.computeIfAbsent(state.name(), this.progressPrinter::start);
			}
			else if (state.isOver() && tasks.containsKey(state.name())) {
				tasks.remove(state.name()).report(state.isRunning() ? "ready" : "failed");
			}
		}
	}

	/** Replaces services in the running process by their last build. */
	public void restartHosted(List<ProcessSpec> parts) {
		var services = ServicesClient.of(this.checkout);
		for (var part : parts) {
			var task = this.progressPrinter.start(part.name());
			var jar = this.checkout.hostedProcess().addBeside(part.service(), this.checkout.jar(part.service()));
			services.restart(part.service(), jar.toString(), null);
			task.report("ready");
		}
	}

	private ProcessSpec start(ProcessSpec processSpec, CompletableFuture<Map<String, TenantServers>> tenants)
			throws InterruptedException, ExecutionException {
		var task = this.progressPrinter.start(processSpec.name());
		var environment = environment(processSpec, tenants);
		var application = this.checkout.application(processSpec);
		prepare(processSpec, application);
		var daemon = this.checkout.daemon(processSpec);
		var process = this.rollbackStack.run(() -> daemon.start(application.command(), environment),
				() -> daemon.stop(5));
		awaitReady(processSpec, daemon, process);
		task.report("ready");
		return processSpec;
	}

	/**
	 * The roles of a service share the prepared application, so only the first process
	 * prepares it.
	 */
	private void prepare(ProcessSpec processSpec, Application application) throws InterruptedException {
		var preparation = this.preparations.computeIfAbsent(processSpec.service(), (_) -> new ReentrantLock());
		preparation.lockInterruptibly();
		try {
			if (!application.isPrepared()) {
				application.prepare();
			}
		}
		finally {
			preparation.unlock();
		}
	}

	private Map<String, String> environment(ProcessSpec processSpec,
			CompletableFuture<Map<String, TenantServers>> tenants) throws InterruptedException, ExecutionException {
		return processSpec.usesServers()
				? this.environment.of(processSpec, Objects.requireNonNull(tenants.get().get(processSpec.service())))
				: this.environment.of(processSpec);
	}

	private void awaitReady(ProcessSpec processSpec, Daemon daemon, Process process) throws InterruptedException {
		var progress = new StartProgress(daemon.log());
		while (!Readiness.isReady(this.ports.getOrDefault(processSpec.name(), 0))) {
			pause(progress, daemon, process);
		}
	}

	/** Lets a process go on with its start, unless it has ended or has had its time. */
	private static void pause(StartProgress progress, Daemon daemon, Process process) throws InterruptedException {
		if (!process.isAlive()) {
			throw failure(daemon, "exited with status %d before it was ready".formatted(process.exitValue()));
		}
		if (progress.isOver(System.nanoTime())) {
			throw failure(daemon,
					"was not ready after %d s".formatted(progress.elapsed(System.nanoTime()).toSeconds()));
		}
		OperatingSystemProcesses.pause(process.toHandle());
	}

	private static LauncherException failure(Daemon daemon, String why) {
		return new LauncherException(
				"%s %s. End of %s:%n%s".formatted(daemon.name(), why, daemon.log(), daemon.logTail(LOG_LINES)));
	}

}
