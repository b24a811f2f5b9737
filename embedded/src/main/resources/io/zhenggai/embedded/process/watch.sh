# Runs a command that must not outlive whoever holds the other end of standard input, whatever end that one meets.
# Arguments: SIGNAL SECONDS LOG COMMAND...  Prints the command's process id, then nothing more; exits with its status.
signal=$1 seconds=$2 log=$3
shift 3

# Ctrl-C reaches the whole foreground group of a terminal; who started us decides in which order things stop.
trap '' INT HUP
# Nor is a signal to the whole group the end of the command. Not ignored: the command would inherit that and could not be asked to end.
trap : TERM
# Job control puts the command and its guard into process groups of their own, out of the terminal's reach.
set -m

exec 3<&0 </dev/null
"$@" 3<&- >>"$log" 2>&1 &
command=$!
echo "$command"
exec >/dev/null 2>&1

# The guard is a process of its own, so that it holds even when this shell is killed.
(
    while read -r -u 3 _; do :; done
    kill "-$signal" "$command"
    for ((tenths = 0; tenths < seconds * 10; tenths++)); do
        kill -0 "$command" || exit 0
        sleep 0.1
    done
    kill -KILL "$command"
) &
guard=$!
exec 3<&-

# Until it has ended: under job control a wait also returns when the command is stopped (SIGSTOP). Not wait -f, which has been seen
# to spin for ever over a command that was gone (bash 5.2).
wait "$command"
status=$?
while kill -0 "$command"; do
    sleep 0.2
    wait "$command"
    status=$?
done
# What ended while it was stopped was last heard of as stopped.
wait "$command"
status=$?
kill -KILL "$guard"
exit "$status"
