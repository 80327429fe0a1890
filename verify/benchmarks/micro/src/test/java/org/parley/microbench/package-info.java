/** Tests of benchmarks of single functions. */
@NullMarked
package org.parley.microbench;

import org.jspecify.annotations.NullMarked;
