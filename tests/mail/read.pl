# Reads a message on stdin with MIME::Parser and says in JSON what is in it.
use strict;
use warnings;
use Encode qw(decode);
use JSON::PP;
use MIME::Parser;

my $parser = MIME::Parser->new;
$parser->output_to_core(1);
$parser->tmp_to_core(1);
binmode STDIN;
my $message = $parser->parse(\*STDIN);
my %head = map { my $value = $message->head->get($_); $value =~ s/\r?\n(?=[ \t])//g; $value =~ s/\r?\n\z//; ($_ => decode("MIME-Header", decode("UTF-8", $value))) }
    grep { $message->head->count($_) == 1 } $message->head->tags;
my @parts = map { { type => $_->mime_type, text => decode("UTF-8", $_->bodyhandle->as_string) } } $message->parts;
print JSON::PP->new->ascii->encode({
    type => $message->mime_type,
    head => \%head,
    parts => \@parts,
    complaints => [$parser->results->msgs],
});
