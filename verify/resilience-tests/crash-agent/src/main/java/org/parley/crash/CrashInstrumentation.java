package org.parley.crash;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

import org.jspecify.annotations.Nullable;

/** Inserts a call of {@link CrashTrigger#pass} into a method. */
final class CrashInstrumentation implements ClassFileTransformer {

	private static final ClassDesc CRASH = ClassDesc.of(CrashTrigger.class.getName());

	private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

	private final CrashPoint point;

	CrashInstrumentation(CrashPoint point) {
		this.point = point;
	}

	@Override
	public byte @Nullable [] transform(@Nullable ClassLoader loader, String name, @Nullable Class<?> redefined,
			@Nullable ProtectionDomain domain, byte[] bytes) {
		return (loader != null && name.replace('/', '.').equals(this.point.type())) ? instrument(bytes, loader) : null;
	}

	private byte[] instrument(byte[] bytes, ClassLoader loader) {
		var file = ClassFile.of(ClassFile.ClassHierarchyResolverOption
			.of(ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
		return file.transformClass(file.parse(bytes),
				ClassTransform.transformingMethodBodies(
						(method) -> method.methodName().equalsString(this.point.method()),
						this.point.before() ? atEntry() : atReturn()));
	}

	private static CodeTransform atEntry() {
		return CodeTransform.ofStateful(() -> new CodeTransform() {

			@Override
			public void atStart(CodeBuilder code) {
				pass(code);
			}

			@Override
			public void accept(CodeBuilder code, CodeElement element) {
				code.with(element);
			}

		});
	}

	private static CodeTransform atReturn() {
		return (code, element) -> {
			if (element instanceof ReturnInstruction) {
				pass(code);
			}
			code.with(element);
		};
	}

	private static void pass(CodeBuilder code) {
		code.invokestatic(CRASH, "pass", NOTHING);
	}

}
