/** Consistent backups of all databases, and their restoration. */
@NullMarked
package org.parley.launcher.backup;

import org.jspecify.annotations.NullMarked;
