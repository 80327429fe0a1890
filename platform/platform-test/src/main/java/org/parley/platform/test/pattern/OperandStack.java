package org.parley.platform.test.pattern;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Interprets the instructions of a method in order and tracks the constants and compiled
 * expressions of each call.
 */
final class OperandStack {

	private final Calls calls;

	private final Map<Label, State> saved = new HashMap<>();

	private @Nullable State state = new State(new ArrayList<>(), new HashMap<>());

	private OperandStack(Calls calls) {
		this.calls = calls;
	}

	/** Reports the values of a method. */
	static void follow(CodeModel code, Calls calls) {
		var stack = new OperandStack(calls);
		code.exceptionHandlers()
			.forEach((handler) -> stack.saved.put(handler.handler(),
					new State(new ArrayList<>(List.of(StackValue.Other.ONE)), new HashMap<>())));
		code.forEach(stack::step);
	}

	private void step(CodeElement element) {
		if (element instanceof LabelTarget target) {
			arrive(target.label());
		}
		else if (this.state != null) {
			step(element, this.state);
		}
	}

	private void arrive(Label label) {
		var other = this.saved.get(label);
		if (this.state == null) {
			this.state = (other != null) ? other.copy() : null;
		}
		else if (other != null) {
			this.state.merge(other);
		}
	}

	private void step(CodeElement element, State now) {
		switch (element) {
			case ConstantInstruction constant -> now.push(value(constant));
			case LoadInstruction load -> now.push((load.typeKind() == TypeKind.REFERENCE)
					? now.locals.getOrDefault(load.slot(), StackValue.Other.ONE) : ofKind(load.typeKind()));
			case StoreInstruction store -> now.locals.put(store.slot(), now.pop());
			case FieldInstruction field -> step(field, now);
			case InvokeInstruction call -> step(call, now);
			case InvokeDynamicInstruction call -> {
				call.typeSymbol().parameterList().forEach((_) -> this.calls.escape(now.pop()));
				pushReturned(call.typeSymbol().returnType(), StackValue.Other.ONE, now);
			}
			case StackInstruction stack -> step(stack.opcode(), now);
			case OperatorInstruction operator -> step(operator, now);
			case ConvertInstruction convert -> now.replace(1, ofKind(convert.toType()));
			case TypeCheckInstruction check when check.opcode() == Opcode.CHECKCAST -> {
			}
			case TypeCheckInstruction _ -> now.replace(1, StackValue.Other.ONE);
			case ArrayLoadInstruction load -> now.replace(2, ofKind(load.typeKind()));
			case ArrayStoreInstruction _ -> {
				this.calls.escape(now.pop());
				now.pop(2);
			}
			case NewObjectInstruction _ -> now.push(StackValue.Other.ONE);
			case NewPrimitiveArrayInstruction _ -> now.replace(1, StackValue.Other.ONE);
			case NewReferenceArrayInstruction _ -> now.replace(1, StackValue.Other.ONE);
			case NewMultiArrayInstruction array -> now.replace(array.dimensions(), StackValue.Other.ONE);
			case BranchInstruction branch -> step(branch, now);
			case TableSwitchInstruction choice -> step(choice.defaultTarget(), choice.cases(), now);
			case LookupSwitchInstruction choice -> step(choice.defaultTarget(), choice.cases(), now);
			case ReturnInstruction returned -> {
				if (returned.typeKind() != TypeKind.VOID) {
					this.calls.escape(now.pop());
				}
				this.state = null;
			}
			case ThrowInstruction _ -> this.state = null;
			case MonitorInstruction _ -> now.pop();
			default -> {
			}
		}
	}

	private void step(FieldInstruction field, State now) {
		var name = field.owner().asInternalName() + "." + field.name().stringValue();
		switch (field.opcode()) {
			case GETSTATIC -> now.push(this.calls.read(name, field.typeSymbol(), ofType(field.typeSymbol())));
			case PUTSTATIC -> this.calls.write(name, now.pop());
			case GETFIELD -> now.replace(1, ofType(field.typeSymbol()));
			default -> {
				this.calls.escape(now.pop());
				now.pop();
			}
		}
	}

	private void step(InvokeInstruction call, State now) {
		var arguments = new ArrayList<StackValue>();
		call.typeSymbol().parameterList().forEach((_) -> arguments.addFirst(now.pop()));
		if (call.opcode() != Opcode.INVOKESTATIC) {
			arguments.addFirst(now.pop());
		}
		var returned = this.calls.call(call.owner().asInternalName(), call.name().stringValue(), arguments);
		pushReturned(call.typeSymbol().returnType(), returned, now);
	}

	private static void pushReturned(ClassDesc type, StackValue known, State now) {
		if (!type.descriptorString().equals("V")) {
			now.push(type.isPrimitive() ? ofType(type) : known);
		}
	}

	private static void step(OperatorInstruction operator, State now) {
		var name = operator.opcode().name();
		if (name.equals("ARRAYLENGTH") || name.endsWith("NEG")) {
			now.replace(1, name.endsWith("NEG") ? ofKind(operator.typeKind()) : StackValue.Other.ONE);
		}
		else {
			now.replace(2, name.contains("CMP") ? StackValue.Other.ONE : ofKind(operator.typeKind()));
		}
	}

	private void step(BranchInstruction branch, State now) {
		var name = branch.opcode().name();
		var isGoto = name.startsWith("GOTO");
		if (!isGoto) {
			now.pop(name.startsWith("IF_") ? 2 : 1);
		}
		save(branch.target(), now);
		if (isGoto) {
			this.state = null;
		}
	}

	private void step(Label otherwise, List<SwitchCase> cases, State now) {
		now.pop();
		save(otherwise, now);
		cases.forEach((one) -> save(one.target(), now));
		this.state = null;
	}

	private void save(Label target, State now) {
		this.saved.merge(target, now.copy(), (before, after) -> {
			before.merge(after);
			return before;
		});
	}

	private static void step(Opcode opcode, State now) {
		switch (opcode) {
			case POP -> now.pop();
			case POP2 -> now.take(2);
			case DUP -> now.insert(now.take(1), 0);
			case DUP_X1 -> now.insert(now.take(1), 1);
			case DUP_X2 -> now.insert(now.take(1), 2);
			case DUP2 -> now.insert(now.take(2), 0);
			case DUP2_X1 -> now.insert(now.take(2), 1);
			case DUP2_X2 -> now.insert(now.take(2), 2);
			case SWAP -> {
				var first = now.pop();
				var second = now.pop();
				now.push(first);
				now.push(second);
			}
			default -> throw new IllegalArgumentException(opcode.name());
		}
	}

	private static StackValue value(ConstantInstruction constant) {
		return switch (constant.constantValue()) {
			case String text -> new StackValue.Text(Set.of(text));
			case Integer number -> new StackValue.Int(number);
			default -> ofKind(constant.typeKind());
		};
	}

	private static StackValue ofKind(TypeKind kind) {
		return (kind.slotSize() == 2) ? StackValue.Other.TWO : StackValue.Other.ONE;
	}

	private static StackValue ofType(ClassDesc type) {
		return ofKind(TypeKind.from(type));
	}

	/** Receives the values of a method. */
	interface Calls {

		/** A static field is read; returns its value. */
		StackValue read(String field, ClassDesc type, StackValue otherwise);

		/** A static field is assigned. */
		void write(String field, StackValue stackValue);

		/**
		 * A method is called, with the receiver before its arguments; returns its result.
		 */
		StackValue call(String owner, String name, List<StackValue> arguments);

		/** A value leaves the tracked code. */
		void escape(StackValue stackValue);

	}

	/**
	 * The values at one place in a method.
	 *
	 * @param stack with the top value last
	 * @param locals by slot
	 */
	private record State(List<StackValue> stack, Map<Integer, StackValue> locals) {

		State copy() {
			return new State(new ArrayList<>(this.stack), new HashMap<>(this.locals));
		}

		void merge(State other) {
			for (int i = 0; i < this.stack.size(); i++) {
				this.stack.set(i, StackValue.either(this.stack.get(i), other.stack.get(i)));
			}
			this.locals.keySet().retainAll(other.locals.keySet());
			this.locals.replaceAll((slot, stackValue) -> StackValue.either(stackValue,
					other.locals.getOrDefault(slot, StackValue.Other.ONE)));
		}

		void push(StackValue stackValue) {
			this.stack.add(stackValue);
		}

		StackValue pop() {
			return this.stack.removeLast();
		}

		void pop(int count) {
			for (int i = 0; i < count; i++) {
				pop();
			}
		}

		void replace(int count, StackValue stackValue) {
			pop(count);
			push(stackValue);
		}

		/** The values of some slots, the top one last. */
		List<StackValue> take(int slots) {
			var taken = new ArrayList<StackValue>();
			for (int left = slots; left > 0; left -= taken.getFirst().slots()) {
				taken.addFirst(pop());
			}
			return taken;
		}

		/** Pushes values again, and a copy below the top slots. */
		void insert(List<StackValue> values, int below) {
			var between = take(below);
			this.stack.addAll(values);
			this.stack.addAll(between);
			this.stack.addAll(values);
		}

	}

}
