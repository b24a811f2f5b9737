package io.zhenggai.embedded.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that start another JVM of the same installation as this one. */
public final class JavaProgram {

    private JavaProgram() {}

    /** A main class on the class path of this JVM. */
    public static List<String> mainClass(Class<?> main, List<String> jvmOptions, List<String> arguments) {
        List<String> command = java(jvmOptions);
        command.add("-cp");
        command.add(classPath());
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** A runnable jar. */
    public static List<String> jar(Path jar, List<String> jvmOptions) {
        List<String> command = java(jvmOptions);
        command.add("-jar");
        command.add(jar.toAbsolutePath().toString());
        return command;
    }

    private static List<String> java(List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        return command;
    }

    /** Under Surefire {@code java.class.path} is a jar that only points elsewhere and may be deleted under us. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
