@NullMarked
package org.parley.launcher.command;

import org.jspecify.annotations.NullMarked;
