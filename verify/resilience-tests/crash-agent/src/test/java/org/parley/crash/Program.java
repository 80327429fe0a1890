package org.parley.crash;

/** Counts to three and prints the numbers. */
final class Program {

	private Program() {
	}

	static void main(String[] args) {
		for (int number = 1; number <= 3; number++) {
			System.out.print(count(number));
		}
	}

	private static String count(int number) {
		System.out.print("(");
		if (number % 2 == 0) {
			return number + ")";
		}
		return number + "]";
	}

}
