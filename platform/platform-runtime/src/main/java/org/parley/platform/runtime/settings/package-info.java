/** Settings that change while a process runs. */
@NullMarked
package org.parley.platform.runtime.settings;

import org.jspecify.annotations.NullMarked;
