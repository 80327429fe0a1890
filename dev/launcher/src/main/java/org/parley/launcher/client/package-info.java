/** Clients of a running Parley, used by the launcher and the end-to-end tests. */
@NullMarked
package org.parley.launcher.client;

import org.jspecify.annotations.NullMarked;
