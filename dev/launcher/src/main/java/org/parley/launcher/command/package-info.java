/** The subcommands that start, stop and show Parley. */
@NullMarked
package org.parley.launcher.command;

import org.jspecify.annotations.NullMarked;
