/** Tests of event benchmark reports. */
@NullMarked
package org.parley.launcher.bench.event;

import org.jspecify.annotations.NullMarked;
