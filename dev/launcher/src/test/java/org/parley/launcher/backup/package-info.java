/** Tests of backups with a real MongoDB. */
@NullMarked
package org.parley.launcher.backup;

import org.jspecify.annotations.NullMarked;
